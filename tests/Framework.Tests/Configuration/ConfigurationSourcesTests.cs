using Framework.Configuration;
using Framework.Runtime;
using Framework.Tests.Service;
using Microsoft.Extensions.Configuration;

namespace Framework.Tests.Configuration;

public sealed class ConfigurationSourcesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_later_source_wins_over_one_before_it()
    {
        Write("appsettings.json", """{"Shop":{"A":"file","B":"file","C":"file"}}""");
        Write("appsettings.Production.json", """{"Shop":{"B":"environment's file","C":"environment's file"}}""");

        var configuration = Read(sources => sources.AddInMemoryCollection([new("Shop:C", "mine")]));

        Assert.Equal("file", configuration["Shop:A"]);
        Assert.Equal("environment's file", configuration["Shop:B"]);
        Assert.Equal("mine", configuration["Shop:C"]);
        Assert.Equal(Environment.GetEnvironmentVariable("PATH"), configuration["PATH"]);
    }

    [Fact]
    public void Without_a_file_there_are_the_environment_variables() =>
        Assert.Equal(Environment.GetEnvironmentVariable("PATH"), Read()["PATH"]);

    [Theory]
    [InlineData(null, null, "Development")]
    [InlineData(null, "localhost:9001", "Production")]
    [InlineData("Staging", null, "Staging")]
    [InlineData("Staging", "localhost:9001", "Staging")]
    public void The_environment_s_name_is_the_variable_s_or_follows_from_where_it_runs(string? variable, string? runtimeApi, string expected) =>
        Assert.Equal(expected, new LambdaEnvironment(name => name switch
        {
            "DOTNET_ENVIRONMENT" => variable,
            "AWS_LAMBDA_RUNTIME_API" => runtimeApi,
            _ => null,
        }).EnvironmentName);

    [Fact]
    public void A_file_that_is_no_JSON_is_named()
    {
        Write("appsettings.json", "{");

        Assert.Contains("appsettings.json", Assert.Throws<InvalidDataException>(() => Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_named_at_start_and_not_by_the_first_request()
    {
        Write("appsettings.Production.json", "{");

        var exception = Assert.Throws<InvalidDataException>(() => new TestService(
            [], environment: new() { ["LAMBDA_TASK_ROOT"] = _folder.FullName, ["AWS_LAMBDA_RUNTIME_API"] = "localhost:9001" }));

        Assert.Contains("appsettings.Production.json", exception.Message, StringComparison.Ordinal);
    }

    private void Write(string name, string json) => File.WriteAllText(Path.Combine(_folder.FullName, name), json);

    private ConfigurationManager Read(Action<IConfigurationBuilder>? local = null) => ConfigurationSources.Read(
        new LambdaEnvironment(name => name switch
        {
            "LAMBDA_TASK_ROOT" => _folder.FullName,
            "AWS_LAMBDA_RUNTIME_API" => "localhost:9001",
            _ => null,
        }),
        local);
}
