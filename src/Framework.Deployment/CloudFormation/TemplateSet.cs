using System.Text.Json.Nodes;

namespace Framework.Deployment.CloudFormation;

/// <summary>The templates of a deployment: the root, and the nested stacks by the names of their files.</summary>
/// <param name="Root">The root.</param>
/// <param name="Nested">The others, <c>endpoints3</c> and so on.</param>
internal sealed record TemplateSet(JsonObject Root, IReadOnlyDictionary<string, JsonObject> Nested)
{
    /// <summary>The name of the root's file.</summary>
    public const string RootName = "template";

    /// <summary>All of them by the names of their files, the root first.</summary>
    public IEnumerable<KeyValuePair<string, JsonObject>> All => Nested.Prepend(KeyValuePair.Create(RootName, Root));
}
