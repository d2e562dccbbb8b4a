using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>The distribution: the page's files, <c>config.js</c> and the API under one domain, so that the page needs no CORS.</summary>
/// <remarks>A release of the page is a folder of the bucket; the parameter <c>PageRelease</c> says which one is served, so a release
/// appears, and goes back, as a whole. <c>config.js</c> is beside the releases, since it belongs to the deployment. See
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-distribution.html">
/// AWS::CloudFront::Distribution</see>.</remarks>
internal static class PageDistributionResources
{
    public const string Distribution = "PageDistribution";
    public const string ConfigFile = "config.js";

    private const string FilesOrigin = "files";
    private const string ConfigOrigin = "config";
    private const string ApiOrigin = "api";

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
    private const string CachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
    private const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html: API Gateway knows an
    // API by its Host.
    private const string AllViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

    public static void Add(ResourceSet resources, DeploymentModel model, PageModel page)
    {
        var configuration = new JsonObject
        {
            ["Enabled"] = true,
            ["Comment"] = Cfn.Ref("AWS::StackName"),
            ["HttpVersion"] = "http2and3",
            ["IPV6Enabled"] = true,
            ["DefaultRootObject"] = "index.html",
            ["Aliases"] = Cfn.If(PageResources.HasDomain, new JsonArray(Cfn.Ref(PageResources.Domain)), Cfn.Ref("AWS::NoValue")),
            ["ViewerCertificate"] = Cfn.If(PageResources.HasDomain, Certificate(), new JsonObject { ["CloudFrontDefaultCertificate"] = true }),
            ["Origins"] = new JsonArray(
                Files(FilesOrigin, Cfn.Sub($"/${{{PageResources.Release}}}")),
                Files(ConfigOrigin, path: null),
                Api(model)),
            ["DefaultCacheBehavior"] = Page(),
            ["CacheBehaviors"] = Cfn.Array(
                page.ApiPaths.SelectMany(path => new[] { path, $"{path}/*" }).Select(Calls).Prepend(Config())),
        };
        if (page.Settings.Firewall)
            configuration["WebACLId"] = Cfn.If(PageResources.HasFirewall, Cfn.Ref(PageResources.Firewall), Cfn.Ref("AWS::NoValue"));
        resources.Add(Distribution, Cfn.Resource("AWS::CloudFront::Distribution", new JsonObject { ["DistributionConfig"] = configuration }));
    }

    private static JsonObject Certificate() => new()
    {
        ["AcmCertificateArn"] = Cfn.Ref(PageResources.CertificateArn),
        ["SslSupportMethod"] = "sni-only",
        ["MinimumProtocolVersion"] = "TLSv1.2_2021",
    };

    private static JsonObject Files(string id, JsonObject? path)
    {
        var origin = new JsonObject
        {
            ["Id"] = id,
            ["DomainName"] = Cfn.Attribute(PageBucketResources.Bucket, "RegionalDomainName"),
            ["OriginAccessControlId"] = Cfn.Attribute(PageBucketResources.AccessControl, "Id"),
            ["S3OriginConfig"] = new JsonObject { ["OriginAccessIdentity"] = "" },
        };
        if (path is not null)
            origin["OriginPath"] = path;
        return origin;
    }

    private static JsonObject Api(DeploymentModel model) => new()
    {
        ["Id"] = ApiOrigin,
        ["DomainName"] = ApiAddress.Host(model),
        ["OriginPath"] = ApiAddress.Path(model),
        ["CustomOriginConfig"] = new JsonObject { ["OriginProtocolPolicy"] = "https-only", ["OriginSSLProtocols"] = new JsonArray("TLSv1.2") },
    };

    private static JsonObject Page()
    {
        var behavior = Behavior(FilesOrigin, CachingOptimized);
        behavior["Compress"] = true;
        behavior["AllowedMethods"] = new JsonArray("GET", "HEAD");
        behavior["ResponseHeadersPolicyId"] = Cfn.Ref(PageHeaderResources.Headers);
        behavior["FunctionAssociations"] = new JsonArray(new JsonObject
        {
            ["EventType"] = "viewer-request",
            ["FunctionARN"] = Cfn.Attribute(PageRouterResources.Router, "FunctionARN"),
        });
        return behavior;
    }

    private static JsonObject Config()
    {
        var behavior = Path($"/{ConfigFile}", ConfigOrigin, CachingOptimized);
        behavior["ResponseHeadersPolicyId"] = Cfn.Ref(PageHeaderResources.Headers);
        return behavior;
    }

    private static JsonObject Calls(string path)
    {
        var behavior = Path(path, ApiOrigin, CachingDisabled);
        behavior["AllowedMethods"] = new JsonArray("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE");
        behavior["OriginRequestPolicyId"] = AllViewerExceptHostHeader;
        return behavior;
    }

    private static JsonObject Path(string pattern, string origin, string caching)
    {
        var behavior = Behavior(origin, caching);
        behavior.Insert(0, "PathPattern", pattern);
        return behavior;
    }

    private static JsonObject Behavior(string origin, string caching) => new()
    {
        ["TargetOriginId"] = origin,
        ["ViewerProtocolPolicy"] = "redirect-to-https",
        ["CachePolicyId"] = caching,
    };
}
