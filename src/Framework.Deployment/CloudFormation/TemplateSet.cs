using System.Text.Json.Nodes;

namespace Framework.Deployment.CloudFormation;

/// <summary>The templates of a deployment: the root, and the nested stacks by the names of their files.</summary>
/// <param name="Root">The root.</param>
/// <param name="Nested">The others, <c>endpoints3</c> and so on.</param>
internal sealed record TemplateSet(JsonObject Root, IReadOnlyDictionary<string, JsonObject> Nested)
{
    /// <summary>The name of the root's file, without the ending.</summary>
    public const string RootName = "template";

    /// <summary>The name of the firewall's file, without the ending.</summary>
    public const string FirewallName = "firewall";

    /// <summary>The firewall's, a stack of us-east-1; null where the deployment has none.</summary>
    public JsonObject? Firewall { get; init; }

    /// <summary>All of them, by the names of their files without the ending; the root first.</summary>
    public IEnumerable<KeyValuePair<string, JsonObject>> Files
    {
        get
        {
            yield return KeyValuePair.Create(RootName, Root);
            foreach (var nested in Nested)
                yield return nested;
            if (Firewall is not null)
                yield return KeyValuePair.Create(FirewallName, Firewall);
        }
    }
}
