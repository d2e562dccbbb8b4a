using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>The page: its bucket, its distribution, and a domain of its own where the deployment names one.</summary>
internal static class PageResources
{
    public const string Release = "PageRelease";
    public const string Domain = "PageDomain";
    public const string CertificateArn = "PageCertificateArn";
    public const string HostedZone = "PageHostedZoneId";
    public const string Firewall = "FirewallArn";

    public const string HasDomain = "HasPageDomain";
    public const string HasFirewall = "HasFirewall";
    private const string HasHostedZone = "HasPageHostedZone";

    // https://docs.aws.amazon.com/general/latest/gr/cf_region.html: the zone of all distributions.
    private const string CloudFrontZone = "Z2FDTNDATAQYW2";

    /// <summary>The page's address, with the slash that a browser shows.</summary>
    public static JsonObject Address => Cfn.If(
        HasDomain, Cfn.Sub($"https://${{{Domain}}}/"), Cfn.Sub($"https://${{{PageDistributionResources.Distribution}.DomainName}}/"));

    public static void Add(ResourceSet resources, DeploymentModel model)
    {
        if (model.Page is not { } page)
            return;
        PageBucketResources.Add(resources);
        PageHeaderResources.Add(resources, model, page);
        PageRouterResources.Add(resources);
        PageDistributionResources.Add(resources, model, page);
        foreach (var type in new[] { "A", "AAAA" })
            resources.Add($"Page{(type == "A" ? "" : "V6")}Record", Record(type));
    }

    public static void AddParameters(JsonObject parameters, PageModel page)
    {
        parameters[Release] = Cfn.Parameter("The folder of the page's bucket that is served: one release");
        parameters[Domain] = Cfn.Parameter("The page's own domain, such as todo.example.com; empty for one of CloudFront's", "");
        var certificate = Cfn.Parameter("The certificate of that domain in AWS Certificate Manager, in us-east-1 as CloudFront demands", "");
        certificate["AllowedPattern"] = "|arn:aws[a-z-]*:acm:us-east-1:[0-9]{12}:certificate/.+";
        certificate["ConstraintDescription"] = "CloudFront takes a certificate of AWS Certificate Manager in us-east-1";
        parameters[CertificateArn] = certificate;
        parameters[HostedZone] = Cfn.Parameter("The hosted zone of Route 53 that gets the domain's records; empty where they are made elsewhere", "");
        if (page.Settings.Firewall)
            parameters[Firewall] = Cfn.Parameter("The web ACL of firewall.yaml, a stack of us-east-1; empty for none", "");
    }

    public static JsonObject Conditions(PageModel page)
    {
        var conditions = new JsonObject { [HasDomain] = Cfn.IsSet(Domain), [HasHostedZone] = Cfn.IsSet(HostedZone) };
        if (page.Settings.Firewall)
            conditions[HasFirewall] = Cfn.IsSet(Firewall);
        return conditions;
    }

    private static JsonObject Record(string type)
    {
        var record = Cfn.Resource("AWS::Route53::RecordSet", new JsonObject
        {
            ["HostedZoneId"] = Cfn.Ref(HostedZone),
            ["Name"] = Cfn.Ref(Domain),
            ["Type"] = type,
            ["AliasTarget"] = new JsonObject
            {
                ["DNSName"] = Cfn.Attribute(PageDistributionResources.Distribution, "DomainName"),
                ["HostedZoneId"] = CloudFrontZone,
            },
        });
        record["Condition"] = HasHostedZone;
        return record;
    }
}
