using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>The firewall of a page's distribution: AWS's managed rules and a limit for each address. CloudFront takes one of us-east-1
/// alone, so it is a stack of its own there.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webacl.html">
/// AWS::WAFv2::WebACL</see> and <see href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html">
/// managed rule groups</see>.</remarks>
internal static class FirewallTemplate
{
    private const string WebAcl = "Firewall";

    public static JsonObject Write(DeploymentModel model, PageModel page) => new()
    {
        ["AWSTemplateFormatVersion"] = "2010-09-09",
        ["Description"] = $"The firewall of {model.Service}, made from its code by Framework; for us-east-1",
        ["Resources"] = new JsonObject
        {
            [WebAcl] = Cfn.Resource("AWS::WAFv2::WebACL", new JsonObject
            {
                ["Scope"] = "CLOUDFRONT",
                ["DefaultAction"] = new JsonObject { ["Allow"] = new JsonObject() },
                ["VisibilityConfig"] = Metric("Firewall"),
                ["Rules"] = new JsonArray(
                    PerAddress(page),
                    Managed(1, "AWSManagedRulesAmazonIpReputationList"),
                    Managed(2, "AWSManagedRulesKnownBadInputsRuleSet"),
                    Managed(3, "AWSManagedRulesCommonRuleSet", "SizeRestrictions_BODY")),
            }),
        },
        ["Outputs"] = new JsonObject
        {
            [PageResources.Firewall] = new JsonObject
            {
                ["Description"] = "What the distribution names",
                ["Value"] = Cfn.Attribute(WebAcl, "Arn"),
            },
        },
    };

    private static JsonObject PerAddress(PageModel page) => new()
    {
        ["Name"] = "RequestsPerAddress",
        ["Priority"] = 0,
        ["Action"] = new JsonObject
        {
            ["Block"] = new JsonObject { ["CustomResponse"] = new JsonObject { ["ResponseCode"] = 429 } },
        },
        ["Statement"] = new JsonObject
        {
            ["RateBasedStatement"] = new JsonObject
            {
                ["AggregateKeyType"] = "IP",
                ["EvaluationWindowSec"] = 300,
                ["Limit"] = page.Settings.RequestsPerAddress,
            },
        },
        ["VisibilityConfig"] = Metric("RequestsPerAddress"),
    };

    private static JsonObject Managed(int priority, string group, string? counted = null)
    {
        var statement = new JsonObject { ["VendorName"] = "AWS", ["Name"] = group };
        if (counted is not null)
        {
            statement["RuleActionOverrides"] = new JsonArray(new JsonObject
            {
                [Cfn.Comment] = "It would refuse every body over 8 KB; the API has limits of its own.",
                ["Name"] = counted,
                ["ActionToUse"] = new JsonObject { ["Count"] = new JsonObject() },
            });
        }
        return new JsonObject
        {
            ["Name"] = group,
            ["Priority"] = priority,
            ["OverrideAction"] = new JsonObject { ["None"] = new JsonObject() },
            ["Statement"] = new JsonObject { ["ManagedRuleGroupStatement"] = statement },
            ["VisibilityConfig"] = Metric(group),
        };
    }

    private static JsonObject Metric(string name) => new()
    {
        ["CloudWatchMetricsEnabled"] = true,
        ["MetricName"] = name,
        ["SampledRequestsEnabled"] = true,
    };
}
