using System.IO.Enumeration;
using System.Text.Json;

namespace Framework.Local.Gateway;

/// <summary>Reads what a Lambda authorizer returns, as API Gateway does: a simple response, or an IAM policy that must allow what is
/// called.</summary>
internal static class AuthorizerResultReader
{
    /// <summary>Reads a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="arn">What is called.</param>
    /// <returns>The decision, and the caller where the call is allowed.</returns>
    public static (AuthorizerDecision Decision, AuthorizedCaller? Caller) Read(ReadOnlyMemory<byte> result, string arn)
    {
        try
        {
            using var document = JsonDocument.Parse(result);
            var root = document.RootElement;
            var decision = root.TryGetProperty("isAuthorized", out var simple)
                ? simple.GetBoolean() ? AuthorizerDecision.Allow : AuthorizerDecision.ImplicitDeny
                : Decide(root.GetProperty("policyDocument"), arn);
            var principal = root.TryGetProperty("principalId", out var id) ? id.GetString()! : "";
            var caller = new AuthorizedCaller(principal, Context(root));
            return (decision, decision == AuthorizerDecision.Allow ? caller : null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return (AuthorizerDecision.NotValid, null);
        }
    }

    // A denial wins over any permission.
    private static AuthorizerDecision Decide(JsonElement policy, string arn)
    {
        var effects = policy.GetProperty("Statement").EnumerateArray()
            .Where(statement => statement.GetProperty("Resource").EnumerateArray().Any(resource => FileSystemName.MatchesSimpleExpression(resource.GetString(), arn, ignoreCase: false)))
            .Select(statement => statement.GetProperty("Effect").GetString())
            .ToArray();
        return effects.Contains("Deny") ? AuthorizerDecision.ExplicitDeny
            : effects.Contains("Allow") ? AuthorizerDecision.Allow
            : AuthorizerDecision.ImplicitDeny;
    }

    private static List<KeyValuePair<string, JsonElement>> Context(JsonElement root)
    {
        var values = new List<KeyValuePair<string, JsonElement>>();
        if (!root.TryGetProperty("context", out var context))
            return values;
        foreach (var value in context.EnumerateObject())
        {
            if (value.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False))
                throw new FormatException("The context is not flat.");
            values.Add(KeyValuePair.Create(value.Name, value.Value.Clone()));
        }
        return values;
    }
}
