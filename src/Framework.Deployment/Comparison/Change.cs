namespace Framework.Deployment.Comparison;

/// <summary>A resource that differs between two deployments.</summary>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Id">Its stack and its logical id: <c>endpoints3/GetTodoRole</c>, or the id alone in the root.</param>
/// <param name="Type">Its type, <c>AWS::IAM::Role</c>.</param>
/// <param name="Properties">What differs in it.</param>
/// <param name="Risks">What must be confirmed.</param>
/// <param name="Notes">What is worth knowing and needs no confirmation.</param>
internal sealed record Change(
    ChangeKind Kind,
    string Id,
    string Type,
    IReadOnlyList<PropertyChange> Properties,
    IReadOnlyList<Risk> Risks,
    IReadOnlyList<string> Notes);
