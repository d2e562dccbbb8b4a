using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>The log of an API's requests, one line of JSON each, and the throttles of its stages.</summary>
internal static class AccessLogs
{
    private const string Account = "ApiGatewayAccount";
    private const string Role = "ApiGatewayLogsRole";

    public static JsonObject Group(DeploymentModel model) =>
        Cfn.Resource("AWS::Logs::LogGroup", new JsonObject { ["RetentionInDays"] = model.Settings.LogRetentionDays });

    /// <summary>A stage's setting.</summary>
    /// <param name="group">The log group.</param>
    /// <param name="route">What names the route in this API.</param>
    public static JsonObject Setting(string group, string route) => new()
    {
        ["DestinationArn"] = Cfn.Attribute(group, "Arn"),
        ["Format"] = $$"""{"requestId":"$context.requestId","time":"$context.requestTime","ip":"$context.identity.sourceIp","route":"{{route}}","status":"$context.status","latency":"$context.responseLatency","error":"$context.error.message","integrationError":"$context.integrationErrorMessage"}""",
    };

    public static JsonObject Throttle(ThrottleModel throttle) => new() { ["ThrottlingRateLimit"] = throttle.Rate, ["ThrottlingBurstLimit"] = throttle.Burst };

    /// <summary>Lets API Gateway write the logs of REST and WebSocket APIs. The setting is one for the account and region: so it and its
    /// role stay when the stack goes, for other stacks use them.</summary>
    /// <returns>What a stage must wait for.</returns>
    /// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html">API Gateway's
    /// documentation</see>.</remarks>
    public static string AddAccount(ResourceSet resources)
    {
        if (resources.Contains(Account))
            return Account;
        resources.Add(Role, Kept(Cfn.Resource("AWS::IAM::Role", new JsonObject
        {
            ["AssumeRolePolicyDocument"] = Cfn.AssumedBy("apigateway.amazonaws.com"),
            ["ManagedPolicyArns"] = new JsonArray(Cfn.Sub("arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs")),
        })));
        resources.Add(Account, Kept(Cfn.Resource("AWS::ApiGateway::Account", new JsonObject { ["CloudWatchRoleArn"] = Cfn.Attribute(Role, "Arn") })));
        return Account;
    }

    private static JsonObject Kept(JsonObject resource)
    {
        resource["DeletionPolicy"] = "Retain";
        resource["UpdateReplacePolicy"] = "Retain";
        return resource;
    }
}
