using System.Text.Json.Nodes;
using Framework.Deployment.Model;
using Framework.Functions;

namespace Framework.Deployment.CloudFormation;

/// <summary>A domain of its own for an API of API Gateway, where the deployment names one. Behind a page, the domain is the page's.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-domainname.html">
/// AWS::ApiGatewayV2::DomainName</see>, which serves REST APIs as well.</remarks>
internal static class ApiDomainResources
{
    public const string Domain = "ApiDomain";

    private const string CertificateArn = "ApiCertificateArn";
    private const string HostedZone = "ApiHostedZoneId";
    private const string HasDomain = "HasApiDomain";
    private const string HasHostedZone = "HasApiHostedZone";
    private const string Name = "ApiDomainName";

    /// <summary>Whether the API can have one.</summary>
    public static bool IsPossible(DeploymentModel model) =>
        model.Page is null && model.Routes.Count > 0 && model.Settings.Api is ApiType.HttpApi or ApiType.RestApi;

    public static void Add(ResourceSet resources, DeploymentModel model)
    {
        if (!IsPossible(model))
            return;
        resources.Add(Name, OnlyIf(HasDomain, Cfn.Resource("AWS::ApiGatewayV2::DomainName", new JsonObject
        {
            ["DomainName"] = Cfn.Ref(Domain),
            ["DomainNameConfigurations"] = new JsonArray(new JsonObject
            {
                ["CertificateArn"] = Cfn.Ref(CertificateArn),
                ["EndpointType"] = "REGIONAL",
                ["SecurityPolicy"] = "TLS_1_2",
            }),
        })));
        resources.Add("ApiDomainMapping", OnlyIf(HasDomain, Cfn.Resource("AWS::ApiGatewayV2::ApiMapping", new JsonObject
        {
            ["ApiId"] = Cfn.Ref(ApiIds.Api),
            ["DomainName"] = Cfn.Ref(Name),
            ["Stage"] = Cfn.Ref(ApiIds.Stage),
        })));
        foreach (var type in new[] { "A", "AAAA" })
            resources.Add($"ApiDomain{(type == "A" ? "" : "V6")}Record", OnlyIf(HasHostedZone, Record(type)));
    }

    public static void AddParameters(JsonObject parameters)
    {
        parameters[Domain] = Cfn.Parameter("The API's own domain, such as api.example.com; empty for one of API Gateway's", "");
        parameters[CertificateArn] = Cfn.Parameter("The certificate of that domain in AWS Certificate Manager, in the stack's region", "");
        parameters[HostedZone] = Cfn.Parameter("The hosted zone of Route 53 that gets the domain's records; empty where they are made elsewhere", "");
    }

    public static JsonObject Conditions() => new() { [HasDomain] = Cfn.IsSet(Domain), [HasHostedZone] = Cfn.IsSet(HostedZone) };

    private static JsonObject Record(string type) => Cfn.Resource("AWS::Route53::RecordSet", new JsonObject
    {
        ["HostedZoneId"] = Cfn.Ref(HostedZone),
        ["Name"] = Cfn.Ref(Domain),
        ["Type"] = type,
        ["AliasTarget"] = new JsonObject
        {
            ["DNSName"] = Cfn.Attribute(Name, "RegionalDomainName"),
            ["HostedZoneId"] = Cfn.Attribute(Name, "RegionalHostedZoneId"),
        },
    });

    private static JsonObject OnlyIf(string condition, JsonObject resource)
    {
        resource["Condition"] = condition;
        return resource;
    }
}
