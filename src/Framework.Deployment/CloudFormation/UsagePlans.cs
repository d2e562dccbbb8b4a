using System.Text.Json.Nodes;
using Framework.Deployment.Reading;
using Framework.Functions;

namespace Framework.Deployment.CloudFormation;

/// <summary>A usage plan of a REST API, and its first key.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-usageplan.html">
/// AWS::ApiGateway::UsagePlan</see>.</remarks>
internal static class UsagePlans
{
    public static void Add(ResourceSet resources, UsagePlanAttribute plan)
    {
        var id = $"{LogicalId.Of(plan.Name)}Plan";
        var properties = new JsonObject
        {
            ["UsagePlanName"] = Cfn.Sub($"${{AWS::StackName}}-{plan.Name}"),
            ["ApiStages"] = new JsonArray(new JsonObject { ["ApiId"] = Cfn.Ref(ApiIds.Api), ["Stage"] = Cfn.Ref(ApiIds.Stage) }),
        };
        if (plan.Rate > 0)
            properties["Throttle"] = new JsonObject { ["RateLimit"] = plan.Rate, ["BurstLimit"] = plan.Burst };
        if (plan.Quota > 0)
            properties["Quota"] = new JsonObject { ["Limit"] = plan.Quota, ["Period"] = Period(plan.Period) };
        resources.Add(id, Cfn.Resource("AWS::ApiGateway::UsagePlan", properties));
        resources.Add($"{id}Key", Cfn.Resource("AWS::ApiGateway::ApiKey", new JsonObject { ["Enabled"] = true }));
        resources.Add($"{id}Member", Cfn.Resource("AWS::ApiGateway::UsagePlanKey", new JsonObject
        {
            ["KeyId"] = Cfn.Ref($"{id}Key"),
            ["KeyType"] = "API_KEY",
            ["UsagePlanId"] = Cfn.Ref(id),
        }));
    }

    private static string Period(QuotaPeriod period) => period switch
    {
        QuotaPeriod.Day => "DAY",
        QuotaPeriod.Week => "WEEK",
        _ => "MONTH",
    };
}
