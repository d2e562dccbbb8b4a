using Framework.Deployment.CloudFormation;
using Framework.Deployment.Model;
using Framework.Deployment.Reading;
using Framework.Deployment.Tests.Spec;
using Framework.Deployment.Yaml;
using Framework.Functions;

namespace Framework.Deployment.Tests;

/// <summary>Services of many endpoints.</summary>
public sealed class SizeTests
{
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    private const int MaxResources = 500;
    private const int MaxParameters = 200;
    private const int MaxBytes = 1_000_000;

    [Theory]
    [InlineData(ApiType.HttpApi, 1)]
    [InlineData(ApiType.HttpApi, 41)]
    [InlineData(ApiType.HttpApi, 100)]
    [InlineData(ApiType.HttpApi, 290)]
    [InlineData(ApiType.RestApi, 1)]
    [InlineData(ApiType.RestApi, 41)]
    [InlineData(ApiType.RestApi, 100)]
    [InlineData(ApiType.RestApi, 289)]
    public void Every_stack_is_within_the_quotas_of_CloudFormation(ApiType api, int endpoints)
    {
        Assert.SkipWhen(ServiceSpec.Missing is not null, ServiceSpec.Missing ?? "");
        var templates = TemplateWriter.Write(ModelReader.Read(FakeService.Of(endpoints), settings: new DeploymentAttribute { Api = api }));

        foreach (var template in templates.Nested.Values.Append(templates.Root))
        {
            Assert.Empty(TemplateCheck.Faults(template));
            Assert.InRange(template["Resources"]!.AsObject().Count, 1, MaxResources);
            Assert.InRange(template["Parameters"]!.AsObject().Count, 0, MaxParameters);
            Assert.InRange(YamlWriter.Write(template).Length, 1, MaxBytes);
        }
        Assert.Equal(endpoints, Functions(templates).Count);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    public void More_functions_than_an_HTTP_API_has_integrations_for_are_refused_in_a_sentence(int endpoints)
    {
        var exception = Assert.Throws<DeploymentException>(() => TemplateWriter.Write(ModelReader.Read(FakeService.Of(endpoints))));

        Assert.Equal(
            $"Shop has {endpoints} endpoints, and an HTTP API takes 300 integrations, one an endpoint's function: make them one function, [assembly: Deployment(Functions = FunctionLayout.OneForAll)], or divide the service.",
            exception.Message);
    }

    [Theory]
    [InlineData(ApiType.HttpApi, 300, "2,578")]
    [InlineData(ApiType.RestApi, 290, "2,506")]
    [InlineData(ApiType.RestApi, 300, "2,586")]
    public void More_resources_than_CloudFormation_takes_at_once_are_refused_in_a_sentence(ApiType api, int endpoints, string count)
    {
        var exception = Assert.Throws<DeploymentException>(() => TemplateWriter.Write(ModelReader.Read(FakeService.Of(endpoints), settings: new DeploymentAttribute { Api = api })));

        Assert.Equal(
            $"Shop is {count} resources, and CloudFormation takes 2,500 at once: make the endpoints one function, [assembly: Deployment(Functions = FunctionLayout.OneForAll)], or divide the service.",
            exception.Message);
    }

    [Theory]
    [InlineData(FunctionLayout.OnePerEndpoint)]
    [InlineData(FunctionLayout.OneForAll)]
    public void More_paths_than_a_REST_API_has_are_refused_in_a_sentence(FunctionLayout functions)
    {
        var exception = Assert.Throws<DeploymentException>(() =>
            TemplateWriter.Write(ModelReader.Read(FakeService.Of(400), settings: new DeploymentAttribute { Api = ApiType.RestApi, Functions = functions })));

        Assert.Equal(
            "Shop has 400 paths, and a REST API takes 300 unless AWS raises the quota: use an HTTP API with one function, or divide the service.",
            exception.Message);
    }

    [Theory]
    [InlineData(ApiType.HttpApi, 400)]
    [InlineData(ApiType.RestApi, 300)]
    public void One_function_serves_many_endpoints(ApiType api, int endpoints)
    {
        var resources = Deployed.Of(FakeService.Of(endpoints), settings: new DeploymentAttribute { Api = api, Functions = FunctionLayout.OneForAll });

        Assert.Single(resources.Of("AWS::Lambda::Function"));
        Assert.Equal(endpoints, resources.Of(api == ApiType.RestApi ? "AWS::ApiGateway::Method" : "AWS::ApiGatewayV2::Route").Count);
    }

    [Fact]
    public void A_stack_with_too_many_resources_is_refused_in_a_sentence()
    {
        var exception = Assert.Throws<DeploymentException>(() =>
            TemplateWriter.Write(ModelReader.Read(FakeService.Of(490), settings: new DeploymentAttribute { Functions = FunctionLayout.OneForAll })));

        Assert.Matches("^Shop has [0-9]+ resources in its root stack, and CloudFormation takes 500: divide the service.$", exception.Message);
    }

    [Theory]
    [InlineData(ApiType.HttpApi)]
    [InlineData(ApiType.RestApi)]
    public void One_more_endpoint_moves_no_resource(ApiType api)
    {
        var before = Deployed.Of(FakeService.Of(100), settings: new DeploymentAttribute { Api = api }).Stacks;
        var after = Deployed.Of(FakeService.Of(101), settings: new DeploymentAttribute { Api = api }).Stacks;

        // The deployment of a REST API is another one where the API is.
        Assert.All(before.Where(resource => !resource.Key.StartsWith("ApiDeployment", StringComparison.Ordinal)), resource => Assert.Equal(resource.Value, after[resource.Key]));
    }

    [Fact]
    public void The_same_code_is_the_same_bytes()
    {
        var first = TemplateWriter.Write(ModelReader.Read(FakeService.Of(20)));
        var second = TemplateWriter.Write(ModelReader.Read(FakeService.Of(20)));

        Assert.Equal(YamlWriter.Write(first.Root), YamlWriter.Write(second.Root));
        Assert.Equal(first.Nested.Values.Select(YamlWriter.Write), second.Nested.Values.Select(YamlWriter.Write));
    }

    // Which stack each function is in.
    private static Dictionary<string, string> Functions(TemplateSet templates) => templates.Nested
        .SelectMany(nested => nested.Value["Resources"]!.AsObject()
            .Where(resource => resource.Value!["Type"]!.GetValue<string>() == "AWS::Lambda::Function")
            .Select(resource => (resource.Key, Stack: nested.Key)))
        .ToDictionary(function => function.Key, function => function.Stack);
}
