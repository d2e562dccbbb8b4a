using System.Text.Json;

namespace Framework.LocalDynamoDB.Validation;

/// <summary>
/// The rules for one member of a request. A request is checked twice, as the service does: first that the JSON
/// has the right types (SerializationException), then that the values meet their constraints (ValidationException).
/// </summary>
internal abstract class Shape
{
    public IReadOnlyList<Constraint> Constraints { get; init; } = [];

    public abstract void CheckType(JsonElement value);

    public void CheckConstraints(JsonElement value, string path, Violations violations)
    {
        foreach (var constraint in Constraints)
            if (!constraint.Holds(value))
                violations.Add(value, path, constraint.Message);
        CheckMembers(value, path, violations);
    }

    protected virtual void CheckMembers(JsonElement value, string path, Violations violations)
    {
    }
}
