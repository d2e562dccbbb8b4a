using System.Text.Json.Nodes;

namespace Framework.Deployment.CloudFormation;

/// <summary>The resources of a deployment, in the order of adding, and the stack that each belongs to.</summary>
internal sealed class ResourceSet
{
    private readonly List<(string Id, string Stack, JsonObject Resource)> _all = [];

    /// <summary>The root's own name among the stacks.</summary>
    public const string Root = "";

    /// <summary>The nested stacks, by name.</summary>
    public IEnumerable<string> Stacks => _all.Select(entry => entry.Stack).Where(stack => stack != Root).Distinct().Order(StringComparer.Ordinal);

    public void Add(string id, JsonObject resource, string stack = Root)
    {
        if (Contains(id))
            throw new InvalidOperationException($"Two resources have the logical id {id}.");
        _all.Add((id, stack, resource));
    }

    /// <summary>How many there are.</summary>
    public int Count => _all.Count;

    public bool Contains(string id) => _all.Any(entry => entry.Id == id);

    /// <summary>The resources of one stack, by id.</summary>
    public JsonObject Of(string stack)
    {
        var resources = new JsonObject();
        foreach (var entry in _all.Where(entry => entry.Stack == stack))
            resources[entry.Id] = entry.Resource.DeepClone();
        return resources;
    }
}
