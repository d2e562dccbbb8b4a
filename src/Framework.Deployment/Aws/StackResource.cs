using System.Text.Json.Nodes;

namespace Framework.Deployment.Aws;

/// <summary>A resource of a stack as it is in AWS.</summary>
/// <param name="LogicalId">Its id in the template.</param>
/// <param name="Type">Its type.</param>
/// <param name="PhysicalId">Its name or ARN; empty where it was never made.</param>
internal sealed record StackResource(string LogicalId, string Type, string PhysicalId)
{
    public static StackResource Read(JsonNode one) => new(
        one["LogicalResourceId"]!.GetValue<string>(), one["ResourceType"]!.GetValue<string>(), one["PhysicalResourceId"]?.GetValue<string>() ?? "");
}
