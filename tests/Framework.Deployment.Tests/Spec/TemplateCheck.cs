using System.Text.Json;
using System.Text.Json.Nodes;

namespace Framework.Deployment.Tests.Spec;

/// <summary>Holds a template to AWS's description: types, unknown and required properties, values, references, cycles.</summary>
internal sealed class TemplateCheck(JsonObject template)
{
    private static readonly string[] PolicyFields = ["Type", "Properties", "DependsOn", "Condition", "DeletionPolicy", "UpdateReplacePolicy", "UpdatePolicy", "Metadata", "CreationPolicy"];

    private readonly ServiceSpec _spec = ServiceSpec.Instance.Value;
    private readonly Dictionary<string, HashSet<string>> _needs = [];
    private readonly List<string> _faults = [];

    private JsonObject Resources => template[nameof(Resources)]!.AsObject();

    /// <summary>What is wrong; empty where nothing is.</summary>
    public static IReadOnlyList<string> Faults(JsonObject template)
    {
        var check = new TemplateCheck(template);
        check.Check();
        return check._faults;
    }

    private void Check()
    {
        if (Resources.Count > 500)
            _faults.Add($"{Resources.Count} resources");
        foreach (var (id, node) in Resources)
        {
            var resource = node!.AsObject();
            _needs[id] = [];
            if (id.Length > 255 || !id.All(char.IsAsciiLetterOrDigit))
                _faults.Add($"{id}: not a logical id");
            foreach (var (name, _) in resource.Where(field => field.Key != "#" && !PolicyFields.Contains(field.Key)))
                _faults.Add($"{id}: {name} is not a field of a resource");
            if (resource["Condition"] is { } condition)
                NeedCondition(id, condition.GetValue<string>());
            var type = resource["Type"]!.GetValue<string>();
            if (_spec.Resource(type) is not { } known)
                _faults.Add($"{id}: no type {type}");
            else
                CheckProperties(id, id, known, resource["Properties"] as JsonObject ?? []);
            CheckReferences(id, $"{id}.UpdatePolicy", resource["UpdatePolicy"]);
            foreach (var need in resource["DependsOn"]?.AsArray() ?? [])
                Need(id, $"{id}.DependsOn", need!.GetValue<string>(), attribute: null);
        }
        foreach (var (name, condition) in template["Conditions"]?.AsObject() ?? [])
            CheckReferences("", $"condition {name}", condition);
        foreach (var (name, output) in template["Outputs"]?.AsObject() ?? [])
            CheckReferences("", $"output {name}", output);
        CheckCycles();
    }

    private void CheckProperties(string id, string place, JsonElement type, JsonObject values)
    {
        var properties = type.GetProperty("properties");
        foreach (var property in properties.EnumerateObject())
        {
            if (property.Value.TryGetProperty("required", out var required) && required.GetBoolean() && !values.ContainsKey(property.Name))
                _faults.Add($"{place}: {property.Name} is required");
        }
        foreach (var (name, value) in values.Where(field => field.Key != "#"))
        {
            if (!properties.TryGetProperty(name, out var property))
                _faults.Add($"{place}: no property {name}");
            else
                CheckValue(id, $"{place}.{name}", property.GetProperty("type"), value);
        }
    }

    private void CheckValue(string id, string place, JsonElement type, JsonNode? value)
    {
        if (value is JsonObject { Count: 1 } choice && choice.First() is ("Fn::If", JsonArray arms))
        {
            NeedCondition(place, arms[0]!.GetValue<string>());
            CheckValue(id, place, type, arms[1]);
            CheckValue(id, place, type, arms[2]);
            return;
        }
        if (value is JsonObject { Count: 1 } call && (call.First().Key == "Ref" || call.First().Key.StartsWith("Fn::", StringComparison.Ordinal)))
        {
            CheckReferences(id, place, value);
            return;
        }
        var kind = type.GetProperty("type").GetString();
        switch (kind)
        {
            case "ref" when value is JsonObject map:
                CheckProperties(id, place, _spec.Type(type), map);
                break;
            case "array" when value is JsonArray list:
                foreach (var (index, item) in list.Index())
                    CheckValue(id, $"{place}[{index}]", type.GetProperty("element"), item);
                break;
            case "map" when value is JsonObject map:
                foreach (var (key, item) in map)
                    CheckValue(id, $"{place}.{key}", type.GetProperty("element"), item);
                break;
            case "json":
                CheckReferences(id, place, value);
                break;
            case "union":
                var before = _faults.Count;
                if (!type.GetProperty("types").EnumerateArray().Any(one => Fits(id, place, one, value)))
                    _faults.Add($"{place}: {value?.ToJsonString()} fits none of the types");
                else
                    _faults.RemoveRange(before, _faults.Count - before);
                break;
            default:
                CheckScalar(place, type, kind, value);
                break;
        }
    }

    private bool Fits(string id, string place, JsonElement type, JsonNode? value)
    {
        var before = _faults.Count;
        CheckValue(id, place, type, value);
        var fits = _faults.Count == before;
        _faults.RemoveRange(before, _faults.Count - before);
        return fits;
    }

    private void CheckScalar(string place, JsonElement type, string? kind, JsonNode? value)
    {
        var actual = value?.GetValueKind();
        var fits = kind switch
        {
            "string" or "date-time" => actual == JsonValueKind.String,
            "integer" => actual == JsonValueKind.Number && value!.ToJsonString().All(letter => char.IsAsciiDigit(letter) || letter == '-'),
            "number" => actual == JsonValueKind.Number,
            "boolean" => actual is JsonValueKind.True or JsonValueKind.False,
            "tag" => actual == JsonValueKind.Object,
            _ => false,
        };
        if (!fits)
            _faults.Add($"{place}: {value?.ToJsonString()} is not of type {kind}");
        else if (type.TryGetProperty("allowedValues", out var allowed) && !allowed.EnumerateArray().Any(one => one.ToString() == value!.ToString()))
            _faults.Add($"{place}: {value} is not one of {allowed}");
    }

    private void CheckReferences(string id, string place, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map when map.Count == 1 && map.First() is ("Ref", JsonValue target):
                Need(id, place, target.GetValue<string>(), attribute: null);
                break;
            case JsonObject map when map.Count == 1 && map.First() is ("Fn::GetAtt", JsonArray parts):
                Need(id, place, parts[0]!.GetValue<string>(), parts[1]!.GetValue<string>());
                break;
            case JsonObject map when map.Count == 1 && map.First() is ("Fn::If", JsonArray parts):
                NeedCondition(place, parts[0]!.GetValue<string>());
                CheckReferences(id, place, parts[1]);
                CheckReferences(id, place, parts[2]);
                break;
            case JsonObject map when map.Count == 1 && map.First() is ("Fn::Sub", JsonValue text):
                foreach (var part in text.GetValue<string>().Split("${").Skip(1).Select(rest => rest.Split('}')[0]).Where(name => !name.StartsWith('!')))
                    Need(id, place, part.Split('.')[0], part.Contains('.') ? part[(part.IndexOf('.') + 1)..] : null);
                break;
            case JsonObject map:
                foreach (var (key, value) in map)
                    CheckReferences(id, $"{place}.{key}", value);
                break;
            case JsonArray list:
                foreach (var item in list)
                    CheckReferences(id, place, item);
                break;
        }
    }

    private void Need(string id, string place, string target, string? attribute)
    {
        if (target.StartsWith("AWS::", StringComparison.Ordinal) || template["Parameters"]?.AsObject().ContainsKey(target) == true)
            return;
        if (Resources[target] is not JsonObject resource)
        {
            _faults.Add($"{place}: nothing is named {target}");
            return;
        }
        if (id.Length > 0)
            _needs[id].Add(target);
        if (attribute is not null && _spec.Resource(resource["Type"]!.GetValue<string>()) is { } type
            && !type.GetProperty("attributes").TryGetProperty(attribute, out _) && !type.GetProperty("properties").TryGetProperty(attribute, out _))
            _faults.Add($"{place}: {target} has no attribute {attribute}");
    }

    private void NeedCondition(string place, string name)
    {
        if (template["Conditions"]?.AsObject().ContainsKey(name) != true)
            _faults.Add($"{place}: no condition is named {name}");
    }

    private void CheckCycles()
    {
        var done = new HashSet<string>();
        while (_needs.Keys.FirstOrDefault(id => !done.Contains(id) && _needs[id].All(target => done.Contains(target))) is { } next)
            done.Add(next);
        if (done.Count < _needs.Count)
            _faults.Add($"a cycle among {string.Join(", ", _needs.Keys.Except(done))}");
    }
}
