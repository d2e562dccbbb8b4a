using System.Text.Json.Nodes;

namespace Framework.Deployment.CloudFormation;

/// <summary>The bucket of the page's files: private, and open to the distribution alone.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html">
/// origin access control</see>.</remarks>
internal static class PageBucketResources
{
    public const string Bucket = "PageBucket";
    public const string AccessControl = "PageAccessControl";

    public static void Add(ResourceSet resources)
    {
        resources.Add(Bucket, Cfn.Resource("AWS::S3::Bucket", new JsonObject
        {
            ["PublicAccessBlockConfiguration"] = new JsonObject
            {
                ["BlockPublicAcls"] = true,
                ["BlockPublicPolicy"] = true,
                ["IgnorePublicAcls"] = true,
                ["RestrictPublicBuckets"] = true,
            },
            ["OwnershipControls"] = new JsonObject { ["Rules"] = new JsonArray(new JsonObject { ["ObjectOwnership"] = "BucketOwnerEnforced" }) },
            ["BucketEncryption"] = new JsonObject
            {
                ["ServerSideEncryptionConfiguration"] = new JsonArray(new JsonObject
                {
                    ["ServerSideEncryptionByDefault"] = new JsonObject { ["SSEAlgorithm"] = "AES256" },
                }),
            },
        }));
        resources.Add(AccessControl, Cfn.Resource("AWS::CloudFront::OriginAccessControl", new JsonObject
        {
            ["OriginAccessControlConfig"] = new JsonObject
            {
                ["Name"] = Cfn.Sub("${AWS::StackName}-page"),
                ["OriginAccessControlOriginType"] = "s3",
                ["SigningBehavior"] = "always",
                ["SigningProtocol"] = "sigv4",
            },
        }));
        resources.Add("PageBucketPolicy", Cfn.Resource("AWS::S3::BucketPolicy", new JsonObject
        {
            ["Bucket"] = Cfn.Ref(Bucket),
            ["PolicyDocument"] = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(Read()) },
        }));
    }

    private static JsonObject Read() => new()
    {
        [Cfn.Comment] = "The distribution reads files.",
        ["Effect"] = "Allow",
        ["Principal"] = new JsonObject { ["Service"] = "cloudfront.amazonaws.com" },
        ["Action"] = "s3:GetObject",
        ["Resource"] = Cfn.Sub($"${{{Bucket}.Arn}}/*"),
        ["Condition"] = new JsonObject
        {
            ["StringEquals"] = new JsonObject
            {
                ["AWS:SourceArn"] = Cfn.Sub($"arn:${{AWS::Partition}}:cloudfront::${{AWS::AccountId}}:distribution/${{{PageDistributionResources.Distribution}}}"),
            },
        },
    };
}
