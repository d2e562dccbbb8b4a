using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>The headers with which the page's files are sent: a browser runs only what the page brings, and calls only the page's origin,
/// the sign-in page and the origins that the code names.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html">
/// response headers policies</see> and <see href="https://www.w3.org/TR/CSP3/">Content Security Policy</see>.</remarks>
internal static class PageHeaderResources
{
    public const string Headers = "PageHeaders";

    private const int TwoYears = 63_072_000;

    public static void Add(ResourceSet resources, DeploymentModel model, PageModel page) =>
        resources.Add(Headers, Cfn.Resource("AWS::CloudFront::ResponseHeadersPolicy", new JsonObject
        {
            ["ResponseHeadersPolicyConfig"] = new JsonObject
            {
                ["Name"] = Cfn.Sub("${AWS::StackName}-page"),
                ["SecurityHeadersConfig"] = new JsonObject
                {
                    ["ContentSecurityPolicy"] = new JsonObject { ["Override"] = true, ["ContentSecurityPolicy"] = Cfn.Sub(Policy(model, page)) },
                    ["ContentTypeOptions"] = new JsonObject { ["Override"] = true },
                    ["FrameOptions"] = new JsonObject { ["Override"] = true, ["FrameOption"] = "DENY" },
                    ["ReferrerPolicy"] = new JsonObject { ["Override"] = true, ["ReferrerPolicy"] = "strict-origin-when-cross-origin" },
                    ["StrictTransportSecurity"] = new JsonObject { ["Override"] = true, ["AccessControlMaxAgeSec"] = TwoYears },
                },
            },
        }));

    /// <summary>The content security policy, with parameters of the template in it.</summary>
    public static string Policy(DeploymentModel model, PageModel page)
    {
        var others = string.Concat(page.Settings.Origins.Select(origin => $" {origin}"));
        var users = model.HasUsers ? $" https://cognito-idp.${{AWS::Region}}.amazonaws.com {UserResources.SignInPage}" : "";
        var socket = model.WebSocketRoutes.Count > 0 ? $" wss://${{{ApiIds.WebSocket}}}.execute-api.${{AWS::Region}}.${{AWS::URLSuffix}}" : "";
        return string.Join("; ",
            $"default-src 'self'{others}",
            $"connect-src 'self'{users}{socket}{others}",
            $"img-src 'self' data:{others}",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");
    }
}
