using Framework.Generators.Endpoints;

namespace Framework.Generators.Tests.Endpoints;

/// <summary>Which services read their settings.</summary>
public sealed class ConfigurationTests
{
    private const string Own = "[Get(\"/a\")] public sealed class Own { public Task HandleAsync() => Task.CompletedTask; }\n";

    [Theory]
    [InlineData("", false)]
    [InlineData("public sealed class Shop(Microsoft.Extensions.Configuration.IConfiguration settings);", true)]
    [InlineData("public interface IConfiguration; public sealed class Shop(IConfiguration settings);", true)]
    [InlineData("public static class Options { public static void Add(dynamic options) => options.BindConfiguration(\"Shop\"); }", true)]
    public void They_are_those_whose_code_asks_for_the_configuration(string code, bool expected) => Assert.Equal(
        expected,
        new GeneratorRun(new EndpointGenerator(), EndpointSource.Usings + Own + code).Sources
            .Any(source => source.Contains("ReadsConfiguration = true", StringComparison.Ordinal)));
}
