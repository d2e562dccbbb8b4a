using System.Text.Json;
using System.Text.Json.Nodes;
using Framework.Deployment.CloudFormation;

namespace Framework.Deployment.Comparison;

/// <summary>The resources of a template as they are compared: without comments, each value in one spelling, and under ids that do not change
/// with each deployment.</summary>
internal static class TemplateMeaning
{
    // These differ in each deployment, and say nothing of what is deployed.
    private static readonly string[] OfDeploy = ["CodeBucket", "CodeKey", "TemplatePrefix"];

    /// <summary>Reads the resources.</summary>
    /// <param name="template">The template.</param>
    /// <param name="parameters">The values of its parameters, where they are known: they stand in place of their references.</param>
    /// <returns>The resources by id. Nested stacks are left out: their resources are compared themselves.</returns>
    public static SortedDictionary<string, JsonObject> Of(JsonObject template, IReadOnlyDictionary<string, string>? parameters = null)
    {
        var resources = template["Resources"] as JsonObject ?? [];
        var known = (parameters ?? new Dictionary<string, string>()).Where(pair => !OfDeploy.Contains(pair.Key)).ToDictionary();
        var ids = resources.Where(pair => pair.Value is JsonObject).ToDictionary(pair => pair.Key, pair => StableId(pair.Key, (JsonObject)pair.Value!));
        var read = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var (id, node) in resources)
        {
            if (node is not JsonObject resource || TypeOf(resource) == "AWS::CloudFormation::Stack")
                continue;
            var meaning = (JsonObject)Value(resource, ids, known)!;
            _ = meaning.TryAdd("Properties", new JsonObject());
            read[ids[id]] = meaning;
        }
        return read;
    }

    public static string TypeOf(JsonObject resource) => resource["Type"]?.GetValue<string>() ?? "";

    // A version of a function and a deployment of a REST API are pictures of another resource, made anew with each change of it.
    private static string StableId(string id, JsonObject resource) => TypeOf(resource) switch
    {
        "AWS::Lambda::Version" => $"Version of {Target(resource, "FunctionName") ?? id}",
        "AWS::ApiGateway::Deployment" => $"Deployment of {Target(resource, "RestApiId") ?? id}",
        _ => id,
    };

    private static string? Target(JsonObject resource, string property) => resource["Properties"]?[property] is JsonObject call && call.TryGetPropertyValue("Ref", out var target)
        ? target?.GetValue<string>()
        : null;

    private static JsonNode? Value(JsonNode? node, Dictionary<string, string> ids, Dictionary<string, string> known) => node switch
    {
        JsonObject map when Call(map, ids, known) is { } call => call,
        JsonObject map => new JsonObject(map.Where(pair => pair.Key != Cfn.Comment).Select(pair => KeyValuePair.Create(pair.Key, Value(pair.Value, ids, known)))),
        JsonArray list => new JsonArray([.. list.Select(item => Value(item, ids, known))]),
        JsonValue value => Text(value),
        _ => null,
    };

    private static JsonNode? Call(JsonObject map, Dictionary<string, string> ids, Dictionary<string, string> known) => map.Count == 1
        ? map.First() switch
        {
            ("Ref", JsonValue target) => known.TryGetValue(Text(target), out var value) ? value : Cfn.Ref(Renamed(Text(target), ids)),
            ("Fn::GetAtt", JsonArray parts) => Cfn.Attribute(Renamed(Text(parts[0]!), ids), string.Join('.', parts.Skip(1).Select(part => Text(part!)))),
            ("Fn::GetAtt", JsonValue text) when Text(text).Split('.', 2) is [var id, var name] => Cfn.Attribute(Renamed(id, ids), name),
            ("Fn::Sub", JsonValue text) => Substituted(Text(text), known),
            _ => null,
        }
        : null;

    private static JsonNode Substituted(string text, Dictionary<string, string> known)
    {
        foreach (var (name, value) in known)
            text = text.Replace($"${{{name}}}", value, StringComparison.Ordinal);
        return text.Contains("${", StringComparison.Ordinal) ? Cfn.Sub(text) : text;
    }

    private static string Renamed(string id, Dictionary<string, string> ids) => ids.GetValueOrDefault(id, id);

    // CloudFormation takes true and "true", 1 and "1" for the same.
    private static string Text(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
