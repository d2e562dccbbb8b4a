using System.Text.Json.Nodes;

namespace Framework.Deployment.CloudFormation;

/// <summary>The CloudFront function for a page with routes of its own: a path without a file's ending gets <c>index.html</c>. A custom error
/// response for 403 and 404 would turn the API's errors into the page as well.</summary>
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
