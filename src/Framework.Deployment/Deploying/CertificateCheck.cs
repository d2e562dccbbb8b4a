using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.Deploying;

/// <summary>Refuses a certificate of the wrong region, which AWS would report after many minutes.</summary>
/// <remarks>CloudFront takes those of us-east-1 alone: see
/// <see href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html">its requirements</see>.
/// </remarks>
internal static class CertificateCheck
{
    private const string OfCloudFront = "us-east-1";

    /// <param name="templates">All templates.</param>
    /// <param name="values">The values of the parameters.</param>
    /// <param name="region">The stack's region.</param>
    /// <exception cref="DeploymentException">A certificate is of another region than it must be.</exception>
    public static void Check(IEnumerable<JsonObject> templates, IEnumerable<ParameterValue> values, string region)
    {
        var all = templates.SelectMany(template => template["Resources"]!.AsObject()).Select(pair => pair.Value!).ToList();
        foreach (var value in values)
        {
            // arn:aws:acm:REGION:ACCOUNT:certificate/ID
            if (value.Value?.Split(':') is not ["arn", _, "acm", var own, ..])
                continue;
            var users = all.Where(resource => resource.ToJsonString().Contains($"{{\"Ref\":\"{value.Key}\"}}", StringComparison.Ordinal)).ToList();
            var isOfCloudFront = users.Any(resource => resource["Type"]!.GetValue<string>().StartsWith("AWS::CloudFront::", StringComparison.Ordinal));
            var right = isOfCloudFront ? OfCloudFront : region;
            if (users.Count > 0 && own != right)
                throw new DeploymentException($"{value.Key} is a certificate of {own}, and {(isOfCloudFront ? "CloudFront takes those of" : "it must be of the stack's region,")} {right}: request it there, aws acm request-certificate --region {right}.");
        }
    }
}
