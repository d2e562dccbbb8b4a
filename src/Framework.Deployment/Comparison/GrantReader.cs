using System.Text.Json.Nodes;

namespace Framework.Deployment.Comparison;

/// <summary>Reads what a resource allows: a role by its policies, a policy of a bucket or a queue, a permission of a function.</summary>
internal static class GrantReader
{
    // The properties of a function's permission that narrow it.
    private static readonly string[] Sources = ["SourceAccount", "PrincipalOrgID", "FunctionUrlAuthType", "InvokedViaFunctionUrl"];

    /// <summary>What the resource allows.</summary>
    /// <param name="resource">The resource, as <see cref="TemplateMeaning"/> reads it.</param>
    public static IReadOnlyList<Grant> Read(JsonObject resource)
    {
        var properties = resource["Properties"] as JsonObject ?? [];
        return TemplateMeaning.TypeOf(resource) switch
        {
            "AWS::IAM::Role" =>
            [
                .. List(properties["Policies"]).SelectMany(policy => Document(policy?["PolicyDocument"])),
                .. List(properties["ManagedPolicyArns"]).Select(arn => new Grant("", "all that the policy allows", Text(arn), "")),
                .. Document(properties["AssumeRolePolicyDocument"]),
            ],
            "AWS::Lambda::Permission" => [new Grant(Text(properties["Principal"]), Text(properties["Action"]), Text(properties["SourceArn"] ?? "*"), Source(properties))],
            _ => [.. Document(properties["PolicyDocument"] ?? properties["KeyPolicy"] ?? properties["ResourcePolicy"])],
        };
    }

    /// <summary>What the resource denies, each as the policy has it.</summary>
    public static IReadOnlySet<string> Denied(JsonObject resource) => Statements(resource["Properties"]?["PolicyDocument"])
        .Concat(List(resource["Properties"]?["Policies"]).SelectMany(policy => Statements(policy?["PolicyDocument"])))
        .Where(statement => Text(statement["Effect"]) == "Deny").Select(statement => statement.ToJsonString()).ToHashSet();

    private static IEnumerable<Grant> Document(JsonNode? document) =>
        from statement in Statements(document)
        where Text(statement["Effect"]) == "Allow"
        from principal in Principals(statement["Principal"] ?? statement["NotPrincipal"])
        from action in Parts(statement, "Action")
        from resource in Parts(statement, "Resource")
        select new Grant(principal, action, resource, statement["Condition"]?.ToJsonString() ?? "");

    private static IEnumerable<JsonObject> Statements(JsonNode? document) => List(document?["Statement"]).OfType<JsonObject>();

    // A statement of a trust policy has no resource: it is the role itself.
    private static IEnumerable<string> Parts(JsonObject statement, string name) => statement[name] is { } parts
        ? List(parts).Select(Text)
        : statement[$"Not{name}"] is { } not ? [$"all but {not.ToJsonString()}"] : ["itself"];

    private static IEnumerable<string> Principals(JsonNode? principal) => principal switch
    {
        null => [""],
        JsonObject map => map.SelectMany(pair => List(pair.Value).Select(value => Text(value) == "*" ? "*" : $"{pair.Key} {Text(value)}")),
        _ => [Text(principal)],
    };

    private static string Source(JsonObject properties) => string.Join(", ", Sources
        .Where(name => properties[name] is not null).Select(name => $"{name} is {Text(properties[name])}"));

    private static JsonArray List(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list,
        _ => [node.DeepClone()],
    };

    // A reference is shown by what it names.
    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonObject map when map.Count == 1 && map.First() is ("Ref", JsonValue id) => id.ToString(),
        JsonObject map when map.Count == 1 && map.First() is ("Fn::GetAtt", JsonArray parts) => string.Join('.', parts.Select(Text)),
        JsonObject map when map.Count == 1 && map.First() is ("Fn::Sub", JsonValue text) => text.ToString(),
        JsonValue value => value.ToString(),
        _ => node.ToJsonString(),
    };
}
