using System.Text.Json.Nodes;

namespace Framework.Deployment.CloudFormation;

/// <summary>The parts of a template: resources, and the functions of CloudFormation that join them.</summary>
internal static class Cfn
{
    /// <summary>The property whose text is a comment in YAML, and left out of JSON.</summary>
    public const string Comment = "#";

    public static JsonObject Ref(string id) => new() { ["Ref"] = id };

    public static JsonObject Attribute(string id, string name) => new() { ["Fn::GetAtt"] = new JsonArray(id, name) };

    public static JsonObject Sub(string text) => new() { ["Fn::Sub"] = text };

    public static JsonObject If(string condition, JsonNode then, JsonNode otherwise) => new() { ["Fn::If"] = new JsonArray(condition, then, otherwise) };

    /// <summary>The condition that a parameter is not empty.</summary>
    public static JsonObject IsSet(string parameter) =>
        new() { ["Fn::Not"] = new JsonArray(new JsonObject { ["Fn::Equals"] = new JsonArray(Ref(parameter), "") }) };

    /// <summary>A parameter of text.</summary>
    public static JsonObject Parameter(string description, string? value = null)
    {
        var parameter = new JsonObject { ["Type"] = "String", ["Description"] = description };
        if (value is not null)
            parameter["Default"] = value;
        return parameter;
    }

    public static JsonObject Resource(string type, JsonObject? properties = null) =>
        properties is null ? new() { ["Type"] = type } : new() { ["Type"] = type, ["Properties"] = properties };

    public static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    public static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);

    /// <summary>Who may assume a role: a service of AWS.</summary>
    public static JsonObject AssumedBy(string service) => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["Service"] = service },
            ["Action"] = "sts:AssumeRole",
        }),
    };

    /// <summary>A statement of a policy.</summary>
    public static JsonObject Allow(string comment, JsonNode actions, JsonNode resource) => new()
    {
        [Comment] = comment,
        ["Effect"] = "Allow",
        ["Action"] = actions,
        ["Resource"] = resource,
    };
}
