using System.Text.Json.Nodes;
using Framework.Deployment.CloudFormation;

namespace Framework.Deployment.Stages;

/// <summary>What the templates of a protected stage have more: its tables refuse to be deleted.</summary>
internal static class StageProtection
{
    /// <summary>The templates for a stage.</summary>
    public static TemplateSet For(TemplateSet templates, Stage stage)
    {
        if (!stage.IsProtected)
            return templates;
        var root = (JsonObject)templates.Root.DeepClone();
        foreach (var (_, resource) in root["Resources"]!.AsObject())
        {
            if (resource!["Type"]!.GetValue<string>() == "AWS::DynamoDB::Table")
                resource["Properties"]!["DeletionProtectionEnabled"] = true;
        }
        return templates with { Root = root };
    }
}
