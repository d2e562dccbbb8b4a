using System.Text.Json.Serialization;

namespace Todo.Service;

/// <summary>The result for one item: its todo, or its problem.</summary>
public sealed record BatchResult(
    Guid Id,
    int Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TodoItem? Todo = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Problem? Problem = null);
