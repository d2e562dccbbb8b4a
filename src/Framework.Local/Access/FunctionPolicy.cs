using System.IO.Enumeration;
using Framework.Deployment.Model;

namespace Framework.Local.Access;

/// <summary>What a function may do, as its role in AWS says it.</summary>
/// <param name="permissions">What its constructors grant.</param>
/// <param name="fault">Why a deployment refuses the function, in a sentence; null where it does not.</param>
internal sealed class FunctionPolicy(IReadOnlyList<Permission> permissions, string? fault = null)
{
    /// <summary>What its constructors grant.</summary>
    public IReadOnlyList<Permission> Permissions => permissions;

    /// <summary>What one function may do that serves all endpoints.</summary>
    public static FunctionPolicy Union(IReadOnlyCollection<FunctionPolicy> policies) => new(
        [.. policies.SelectMany(policy => policy.Permissions)], policies.Select(policy => policy.Fault).FirstOrDefault(found => found is not null));

    /// <summary>Why a deployment refuses the function.</summary>
    public string? Fault => fault;

    /// <summary>Whether the role allows a call.</summary>
    public bool Allows(TableCall call) => permissions.Any(permission =>
        permission.Actions.Any(action => Matches(action, call.Action, ignoreCase: true)) && IsFor(permission, call));

    /// <summary>Whether the role allows a call to a connection.</summary>
    public bool Allows(ConnectionCall call) => permissions.Any(permission =>
        permission.Arn is { } arn
        && permission.Actions.Any(action => Matches(action, ConnectionCall.Action, ignoreCase: true))
        && Matches(Pattern(arn), call.Arn, ignoreCase: false));

    private static bool IsFor(Permission permission, TableCall call) => permission.Table is { } table
        ? table.Name == call.Table && (call.Index is null || table.Indexes.Count > 0)
        : Matches(Pattern(permission.Arn!), call.Arn, ignoreCase: false);

    // Which region and account it is, only a deployment knows.
    private static string Pattern(string arn) =>
        string.Concat(arn.Split("${").Select((part, index) => index == 0 ? part : $"*{part[(part.IndexOf('}', StringComparison.Ordinal) + 1)..]}"));

    private static bool Matches(string pattern, string text, bool ignoreCase) =>
        FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase);
}
