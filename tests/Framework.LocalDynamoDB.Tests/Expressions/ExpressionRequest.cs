using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Framework.LocalDynamoDB.Expressions;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Tests.Expressions;

/// <summary>A request with one expression, and with those of the names and values below that the expression uses.</summary>
internal static partial class ExpressionRequest
{
    /// <summary>One attribute of each type.</summary>
    public const string Stored = """
        {"s":{"S":"lake"},"n":{"N":"5"},"b":{"B":"AQID"},"t":{"BOOL":true},"z":{"NULL":true},"u":{"SS":["p","q"]},
         "l":{"L":[{"S":"0"},{"S":"1"},{"M":{"k":{"S":"v"}}}]},"m":{"M":{"k":{"S":"v"},"x":{"L":[{"N":"7"}]}}}}
        """;

    private static readonly Dictionary<string, string> Known = new()
    {
        ["#s"] = "\"s\"",
        ["#n"] = "\"n\"",
        ["#k"] = "\"k\"",
        [":lake"] = """{"S":"lake"}""",
        [":land"] = """{"S":"land"}""",
        [":la"] = """{"S":"la"}""",
        [":ak"] = """{"S":"ak"}""",
        [":k0"] = """{"S":"0"}""",
        [":v"] = """{"S":"v"}""",
        [":p"] = """{"S":"p"}""",
        [":S"] = """{"S":"S"}""",
        [":N"] = """{"S":"N"}""",
        [":two"] = """{"N":"2"}""",
        [":three"] = """{"N":"3"}""",
        [":four"] = """{"N":"4"}""",
        [":five"] = """{"N":"5"}""",
        [":six"] = """{"N":"6"}""",
        [":seven"] = """{"N":"7"}""",
        [":large"] = """{"N":"9E125"}""",
        [":small"] = """{"N":"1.01E-129"}""",
        [":smaller"] = """{"N":"1E-129"}""",
        [":b1"] = """{"B":"AQ=="}""",
        [":b12"] = """{"B":"AQI="}""",
        [":b23"] = """{"B":"AgM="}""",
        [":b31"] = """{"B":"AwE="}""",
        [":true"] = """{"BOOL":true}""",
        [":null"] = """{"NULL":true}""",
        [":list"] = """{"L":[{"S":"x"}]}""",
        [":map"] = """{"M":{}}""",
        [":p_set"] = """{"SS":["p"]}""",
        [":pq_set"] = """{"SS":["p","q"]}""",
        [":r_set"] = """{"SS":["r"]}""",
        [":n_set"] = """{"NS":["1"]}""",
    };

    public static RequestExpressions Parse(string parameter, string expression)
    {
        var request = new JsonObject { [parameter] = expression };
        var used = Placeholder().Matches(expression).Select(match => match.Value).Distinct().Where(Known.ContainsKey).ToList();
        Add(request, "ExpressionAttributeNames", used.Where(name => name[0] == '#'));
        Add(request, "ExpressionAttributeValues", used.Where(name => name[0] == ':'));
        return RequestExpressions.Parse(JsonSerializer.SerializeToElement(request));
    }

    /// <summary>What the service says of a wrong expression, without the words that name the parameter.</summary>
    public static string Fault(string parameter, string expression)
    {
        var text = Assert.Throws<DynamoDBException>(() => Parse(parameter, expression)).Text!;
        Assert.StartsWith($"Invalid {parameter}: ", text, StringComparison.Ordinal);
        return text[$"Invalid {parameter}: ".Length..];
    }

    public static Item Item(string json = Stored) => RequestValues.Item(JsonElement.Parse(json));

    public static void AssertSame(string? expectedJson, AttributeValue? actual)
    {
        if (expectedJson is null)
            Assert.Null(actual);
        else
            Assert.Equal(RequestValues.Value(JsonElement.Parse(expectedJson)), actual);
    }

    private static void Add(JsonObject request, string parameter, IEnumerable<string> placeholders)
    {
        var members = placeholders.Select(name => KeyValuePair.Create(name, JsonNode.Parse(Known[name]))).ToList();
        if (members.Count > 0)
            request[parameter] = new JsonObject(members);
    }

    [GeneratedRegex("[:#][A-Za-z0-9_]+")]
    private static partial Regex Placeholder();
}
