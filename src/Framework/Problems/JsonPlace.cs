namespace Framework.Problems;

/// <summary>The place of a reader of JSON. A step costs the same at any depth, and the path is made only when it is needed.
/// Otherwise deep values with long names would cost more than their size.</summary>
internal sealed class JsonPlace
{
    private readonly List<(string? Name, int Index)> _steps = [];

    public bool IsRoot => _steps.Count == 0;

    public void Enter(string name) => _steps.Add((name, 0));

    public void Enter(int index) => _steps.Add((null, index));

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>The path of a property of the object at this place.</summary>
    public string Of(string name) => JsonPath.Property(ToString(), name);

    /// <summary>The path as a client would write it.</summary>
    public override string ToString() => _steps.Aggregate(
        JsonPath.Root, (path, step) => step.Name is null ? JsonPath.Item(path, step.Index) : JsonPath.Property(path, step.Name));
}
