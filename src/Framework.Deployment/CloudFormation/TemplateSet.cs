using System.Text.Json.Nodes;

namespace Framework.Deployment.CloudFormation;

/// <summary>The templates of a deployment: the root, and the nested stacks by the names of their files.</summary>
/// <param name="Root">The root.</param>
/// <param name="Nested">The others, <c>endpoints3</c> and so on.</param>
internal sealed record TemplateSet(JsonObject Root, IReadOnlyDictionary<string, JsonObject> Nested);
