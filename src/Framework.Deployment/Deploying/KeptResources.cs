using System.Text.Json.Nodes;
using Framework.Deployment.Aws;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Comparison;
using Framework.Deployment.Processes;

namespace Framework.Deployment.Deploying;

/// <summary>The data of a stack that stays when the stack is deleted.</summary>
internal static class KeptResources
{
    /// <summary>The resources with data that the root's template keeps, and that were made.</summary>
    public static IReadOnlyList<StackResource> Of(IReadOnlyDictionary<string, JsonObject> templates, IReadOnlyList<StackResource> all)
    {
        var resources = templates[TemplateSet.RootName]["Resources"]!.AsObject();
        return [.. all.Where(resource => resource.PhysicalId.Length > 0
            && ReplacementFacts.Stateful.Contains(resource.Type)
            && resources[resource.LogicalId]?["DeletionPolicy"]?.ToString() == "Retain")];
    }

    /// <summary>The commands that delete one; none where no command is known.</summary>
    public static IReadOnlyList<ProgramCall> Deletion(AwsCalls calls, StackResource resource) => resource.Type switch
    {
        "AWS::DynamoDB::Table" => [calls.UnprotectTable(resource.PhysicalId), calls.DeleteTable(resource.PhysicalId)],
        "AWS::Cognito::UserPool" => [calls.UnprotectUsers(resource.PhysicalId), calls.DeleteUsers(resource.PhysicalId)],
        "AWS::S3::Bucket" => [calls.EmptyBucket(resource.PhysicalId), calls.DeleteBucket(resource.PhysicalId)],
        _ => [],
    };
}
