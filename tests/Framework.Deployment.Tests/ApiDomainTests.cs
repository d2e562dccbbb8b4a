using System.Text.Json.Nodes;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Reading;
using Framework.Deployment.Tests.Spec;
using Framework.Functions;

namespace Framework.Deployment.Tests;

/// <summary>The domain of an API without a page.</summary>
public sealed class ApiDomainTests
{
    [Theory]
    [InlineData(ApiType.HttpApi)]
    [InlineData(ApiType.RestApi)]
    public void An_API_may_have_a_domain_of_its_own(ApiType api)
    {
        var template = Template(FakeService.Of(1), api);
        var resources = template["Resources"]!.AsObject();

        Assert.Equal("ApiDomain", (string?)resources["ApiDomainName"]!["Properties"]!["DomainName"]!["Ref"]);
        Assert.Equal("ApiStage", (string?)resources["ApiDomainMapping"]!["Properties"]!["Stage"]!["Ref"]);
        // Without the parameter there is none.
        Assert.Equal("HasApiDomain", (string?)resources["ApiDomainMapping"]!["Condition"]);
        Assert.Equal("", (string?)template["Parameters"]!["ApiDomain"]!["Default"]);
    }

    [Theory]
    [InlineData(ApiType.HttpApi)]
    [InlineData(ApiType.RestApi)]
    public void The_template_has_no_fault(ApiType api)
    {
        Assert.SkipWhen(ServiceSpec.Missing is not null, ServiceSpec.Missing ?? "");

        Assert.Empty(TemplateCheck.Faults(Template(FakeService.Of(1), api)));
    }

    [Fact]
    public void Behind_a_page_the_domain_is_the_page_s()
    {
        var model = ModelReader.Read(TodoService.Build(), TodoService.Page);

        Assert.False(ApiDomainResources.IsPossible(model));
        Assert.True(ApiDomainResources.IsPossible(model with { Page = null }));
    }

    private static JsonObject Template(Framework.Hosting.Microservice service, ApiType api) =>
        TemplateWriter.Write(ModelReader.Read(service, settings: new DeploymentAttribute { Api = api })).Root;
}
