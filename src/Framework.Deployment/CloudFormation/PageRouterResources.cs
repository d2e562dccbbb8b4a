using System.Text.Json.Nodes;

namespace Framework.Deployment.CloudFormation;

/// <summary>The function of CloudFront that lets a page with routes of its own be opened at each of them: a path without a file's ending is
/// <c>index.html</c>. An error response for 403 or 404 would do the same to the API's errors.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-functions.html">CloudFront
/// Functions</see>; a function holds 10 KB.</remarks>
internal static class PageRouterResources
{
    public const string Router = "PageRouter";

    public const string Code =
        """
        function handler(event) {
          const request = event.request;
          const file = request.uri.substring(request.uri.lastIndexOf('/') + 1);
          if (!file.includes('.')) request.uri = '/index.html';
          return request;
        }

        """;

    public static void Add(ResourceSet resources) => resources.Add(Router, Cfn.Resource("AWS::CloudFront::Function", new JsonObject
    {
        ["Name"] = Cfn.Sub("${AWS::StackName}-page"),
        ["AutoPublish"] = true,
        ["FunctionConfig"] = new JsonObject { ["Comment"] = "Paths of the page are index.html", ["Runtime"] = "cloudfront-js-2.0" },
        ["FunctionCode"] = Code.ReplaceLineEndings("\n"),
    }));
}
