using System.Text.Json.Nodes;

namespace Framework.Deployment.CloudFormation;

/// <summary>Makes a template of its own of some resources: what they name of the other resources becomes a parameter, which the root
/// fills in.</summary>
internal sealed class NestedStack
{
    private readonly JsonObject _resources;
    private readonly SortedDictionary<string, JsonObject> _parameters = new(StringComparer.Ordinal);

    private NestedStack(JsonObject resources) => _resources = resources;

    /// <summary>Makes the template of a nested stack.</summary>
    /// <param name="description">What the stack holds.</param>
    /// <param name="resources">Its resources.</param>
    /// <returns>The template, and the values of its parameters in the root.</returns>
    public static (JsonObject Template, JsonObject Parameters) Of(string description, JsonObject resources)
    {
        var stack = new NestedStack(resources);
        var rewritten = (JsonObject)stack.Rewrite(resources)!;
        var declared = new JsonObject();
        var values = new JsonObject();
        foreach (var (name, value) in stack._parameters)
        {
            declared[name] = new JsonObject { ["Type"] = "String" };
            values[name] = value;
        }
        return (new JsonObject
        {
            ["AWSTemplateFormatVersion"] = "2010-09-09",
            ["Description"] = description,
            ["Parameters"] = declared,
            ["Resources"] = rewritten,
        }, values);
    }

    private JsonNode? Rewrite(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject { Count: 1 } call when call.First() is ("Ref", JsonValue target) && IsOutside(target.GetValue<string>()):
                return Parameter(target.GetValue<string>(), Cfn.Ref(target.GetValue<string>()));
            case JsonObject { Count: 1 } call when call.First() is ("Fn::GetAtt", JsonArray parts) && IsOutside(parts[0]!.GetValue<string>()):
                return Parameter(NameOf(parts[0]!.GetValue<string>(), parts[1]!.GetValue<string>()), Cfn.Attribute(parts[0]!.GetValue<string>(), parts[1]!.GetValue<string>()));
            case JsonObject { Count: 1 } call when call.First() is ("Fn::Sub", JsonValue text):
                return Cfn.Sub(Substitute(text.GetValue<string>()));
            case JsonObject map:
                return new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Rewrite(pair.Value))));
            case JsonArray list:
                return new JsonArray([.. list.Select(Rewrite)]);
            default:
                return node?.DeepClone();
        }
    }

    // ${Name} and ${Name.Attribute} of a text.
    private string Substitute(string text)
    {
        var parts = text.Split("${");
        return parts[0] + string.Concat(parts.Skip(1).Select(part =>
        {
            var end = part.IndexOf('}', StringComparison.Ordinal);
            var (name, rest) = (part[..end], part[end..]);
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            var target = dot < 0 ? name : name[..dot];
            if (!IsOutside(target))
                return $"${{{part}";
            var parameter = dot < 0 ? name : NameOf(target, name[(dot + 1)..]);
            _ = Parameter(parameter, dot < 0 ? Cfn.Ref(target) : Cfn.Attribute(target, name[(dot + 1)..]));
            return $"${{{parameter}{rest}";
        }));
    }

    private JsonObject Parameter(string name, JsonObject value)
    {
        _parameters[name] = value;
        return Cfn.Ref(name);
    }

    // ${!name} is text, for a variable of a policy.
    private bool IsOutside(string target) => !target.StartsWith("AWS::", StringComparison.Ordinal) && !target.StartsWith('!') && !_resources.ContainsKey(target);

    private static string NameOf(string id, string attribute) => id + attribute.Replace(".", "", StringComparison.Ordinal);
}
