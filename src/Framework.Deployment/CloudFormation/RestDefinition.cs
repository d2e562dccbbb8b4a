using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Framework.Deployment.CloudFormation;

/// <summary>Adds the parts of a REST API that its deployment takes a copy of.</summary>
/// <param name="resources">Where they go.</param>
internal sealed class RestDefinition(ResourceSet resources)
{
    private readonly StringBuilder _text = new();
    private readonly SortedSet<string> _needs = new(StringComparer.Ordinal);

    /// <summary>What the deployment must wait for: parts in the root, and the stacks of the others.</summary>
    public IEnumerable<string> Needs => _needs;

    /// <summary>A hash of all parts: another API is another one.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_text.ToString())))[..10];

    public void Add(string id, JsonObject resource, string stack = ResourceSet.Root)
    {
        resources.Add(id, resource, stack);
        _text.Append(id).Append(resource.ToJsonString());
        _needs.Add(stack == ResourceSet.Root ? id : stack);
    }
}
