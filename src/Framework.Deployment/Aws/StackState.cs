using System.Text.Json.Nodes;

namespace Framework.Deployment.Aws;

/// <summary>A stack as it is in AWS.</summary>
/// <param name="Id">Its ARN.</param>
/// <param name="Status">Its status, such as <c>UPDATE_COMPLETE</c>.</param>
/// <param name="Description">The description of its template.</param>
/// <param name="IsProtected">Whether it refuses to be deleted.</param>
/// <param name="Parameters">The values of its parameters.</param>
/// <param name="Outputs">Its outputs.</param>
internal sealed record StackState(
    string Id,
    string Status,
    string Description,
    bool IsProtected,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyDictionary<string, string> Outputs)
{
    /// <summary>Whether something is at work on it.</summary>
    public bool IsBusy => Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) && !IsDraft;

    /// <summary>Whether it is only the place of a first change set, with nothing in it.</summary>
    public bool IsDraft => Status == "REVIEW_IN_PROGRESS";

    /// <summary>Reads the response of <c>describe-stacks</c>.</summary>
    public static StackState Read(JsonNode response)
    {
        var stack = response["Stacks"]![0]!;
        return new StackState(
            Text(stack["StackId"]),
            Text(stack["StackStatus"]),
            Text(stack[nameof(Description)]),
            stack["EnableTerminationProtection"]?.GetValue<bool>() ?? false,
            Map(stack[nameof(Parameters)], "ParameterKey", "ParameterValue"),
            Map(stack[nameof(Outputs)], "OutputKey", "OutputValue"));
    }

    private static Dictionary<string, string> Map(JsonNode? list, string key, string value) =>
        (list as JsonArray ?? []).ToDictionary(pair => Text(pair![key]), pair => Text(pair![value]));

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";
}
