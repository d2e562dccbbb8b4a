using System.Text.Json;

namespace Framework.Package.Tests.Shapes;

/// <summary>What PublishAot in a project means: Native AOT in a publish, its analyzers there and in CI, and neither in
/// development, where hot reload needs the opposite.</summary>
public sealed class DevelopmentTests
{
    private const string Analyzers = "EnableAotAnalyzer,EnableTrimAnalyzer,EnableSingleFileAnalyzer";

    private static readonly ShapeProject Service = new(
        "NativeService", $"{References.Exe}<PublishAot>true</PublishAot>", References.Framework);

    private static readonly ShapeProject Library = new("CompatibleLibrary", "<IsAotCompatible>true</IsAotCompatible>", References.Framework);

    [Fact]
    public async Task A_development_build_has_hot_reload_and_no_analyzers_of_Native_AOT()
    {
        await HasAsync(Service, "", "false", "false", "false", "false", "true");
        await HasAsync(Library, "", "", "false", "false", "false", "");
    }

    [Theory]
    [InlineData("-p:_IsPublishing=true")]
    [InlineData("-p:CI=true")]
    [InlineData("-p:ContinuousIntegrationBuild=true")]
    public async Task A_publish_and_CI_have_Native_AOT_and_its_analyzers(string build)
    {
        await HasAsync(Service, build, "true", "true", "true", "true", "false");
        await HasAsync(Library, build, "", "true", "true", "true", "");
    }

    [Fact]
    public async Task A_project_can_keep_an_analyzer_in_every_build() => await HasAsync(
        new("Strict", $"{References.Exe}<PublishAot>true</PublishAot><EnableTrimAnalyzer>true</EnableTrimAnalyzer>", References.Framework),
        "",
        "false", "false", "true", "false", "true");

    [Fact]
    public async Task A_development_build_behaves_as_a_published_one()
    {
        var development = await SwitchesAsync("");
        var ci = await SwitchesAsync("-p:CI=true");

        Assert.Equal(
            ["System.Reflection.Metadata.MetadataUpdater.IsSupported", "System.StartupHookProvider.IsSupported"],
            development.Except(ci).Select(option => option.Name).Order(StringComparer.Ordinal));
        Assert.Equal(ci.Select(option => option.Name), development.Select(option => option.Name));
    }

    [Fact]
    public async Task A_development_build_is_not_published()
    {
        Service.Write("return await Microservice.CreateBuilder(args).Build().RunAsync();");

        Assert.Contains("FWK402", await PackedFeed.FailsAsync($"msbuild \"{Service.Folder}\" -nologo -v:quiet -restore -t:Publish -p:CI=false"), StringComparison.Ordinal);
    }

    private static async Task HasAsync(ShapeProject project, string build, params string[] expected)
    {
        var evaluated = await EvaluateAsync(project, $"{build} -getProperty:PublishAot,{Analyzers},StartupHookSupport");

        Assert.Equal(expected, evaluated.GetProperty("Properties").EnumerateObject().Select(property => property.Value.GetString()));
    }

    private static async Task<List<(string Name, string Value)>> SwitchesAsync(string build)
    {
        var evaluated = await EvaluateAsync(Service, $"{build} -getItem:RuntimeHostConfigurationOption");
        return
        [
            .. evaluated.GetProperty("Items").GetProperty("RuntimeHostConfigurationOption").EnumerateArray()
                .Select(item => (item.GetProperty("Identity").GetString()!, item.GetProperty("Value").GetString()!))
                .OrderBy(option => option.Item1, StringComparer.Ordinal),
        ];
    }

    private static async Task<JsonElement> EvaluateAsync(ShapeProject project, string arguments)
    {
        project.Write();
        await PackedFeed.DotnetAsync($"restore \"{project.Folder}\" -v quiet");
        using var evaluated = JsonDocument.Parse(
            await PackedFeed.DotnetAsync($"msbuild \"{project.Folder}\" -nologo {arguments}", ("CI", "")));
        return evaluated.RootElement.Clone();
    }
}
