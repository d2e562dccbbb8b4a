using Framework.Deployment.CloudFormation;
using Framework.Deployment.Reading;

namespace Framework.Deployment.Tests.Deploying;

/// <summary>A function has a new version where its code or its settings change, and in no other case: Lambda refuses to publish the same twice.
/// </summary>
public sealed class VersionTests
{
    [Fact]
    public void The_same_code_and_settings_are_the_same_version() => Assert.Equal(Version(128, 0, "a"), Version(128, 0, "a"));

    [Fact]
    public void Other_code_is_another_version() => Assert.NotEqual(Version(128, 0, "a"), Version(128, 0, "b"));

    [Fact]
    public void Another_setting_is_another_version() => Assert.NotEqual(Version(128, 0, "a"), Version(256, 0, "a"));

    [Fact]
    public void Reserved_concurrency_is_of_no_version() => Assert.Equal(Version(128, 0, "a"), Version(128, 5, "a"));

    private static string Version(int memory, int concurrency, string code)
    {
        var model = ModelReader.Read(FakeService.Of(1));
        var function = model.Functions[0];
        var templates = TemplateWriter.Write(
            model with { Functions = [function with { Settings = function.Settings with { MemoryMB = memory, ReservedConcurrency = concurrency } }] }, code);
        return templates.Files.SelectMany(template => template.Value["Resources"]!.AsObject())
            .Single(pair => pair.Value!["Type"]!.GetValue<string>() == "AWS::Lambda::Version").Key;
    }
}
