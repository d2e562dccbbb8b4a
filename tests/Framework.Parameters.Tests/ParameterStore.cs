using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;

namespace Framework.Parameters.Tests;

/// <summary>Parameter Store as AWS's own client reaches it: its two operations in its JSON protocol.</summary>
internal sealed class ParameterStore : HttpClientFactory
{
    private const int PageSize = 10;

    public SortedDictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The names or the path of each call, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Whether every call fails.</summary>
    public bool IsDown { get; set; }

    /// <summary>What each call waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public AmazonSimpleSystemsManagementClient Client() => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonSimpleSystemsManagementConfig
        {
            ServiceURL = "http://ssm.test",
            AuthenticationRegion = "eu-central-1",
            HttpClientFactory = this,
            MaxErrorRetry = 0,
        });

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

    private async Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request)
    {
        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync())!;
        Assert.True((bool)body["WithDecryption"]!);
        var isPath = request.Headers.GetValues("X-Amz-Target").Single() == "AmazonSSM.GetParametersByPath";
        Calls.Add(isPath ? (string)body["Path"]! : string.Join(' ', body["Names"]!.AsArray().Select(name => (string)name!)));
        await Gate;
        if (IsDown)
            return Json(HttpStatusCode.InternalServerError, new JsonObject { ["__type"] = "InternalServerError", ["message"] = "down" });
        return Json(HttpStatusCode.OK, isPath ? Below(body) : Named(body));
    }

    private JsonObject Below(JsonNode request)
    {
        var start = int.Parse((string?)request["NextToken"] ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var all = Values.Where(value => value.Key.StartsWith($"{(string)request["Path"]!}/", StringComparison.Ordinal)).ToList();
        var response = new JsonObject { ["Parameters"] = Parameters(all.Skip(start).Take(PageSize)) };
        if (start + PageSize < all.Count)
            response["NextToken"] = $"{start + PageSize}";
        return response;
    }

    private JsonObject Named(JsonNode request)
    {
        var names = request["Names"]!.AsArray().Select(name => (string)name!).ToList();
        Assert.InRange(names.Count, 1, 10);
        return new JsonObject
        {
            ["Parameters"] = Parameters(Values.Where(value => names.Contains(value.Key))),
            ["InvalidParameters"] = new JsonArray([.. names.Where(name => !Values.ContainsKey(name)).Select(name => (JsonNode)name)]),
        };
    }

    private static JsonArray Parameters(IEnumerable<KeyValuePair<string, string>> values) => new(
        [.. values.Select(value => (JsonNode)Parameter(value.Key.Split(':'), value.Value))]);

    // What stands behind a colon chooses a version; the response has it apart from the name.
    private static JsonObject Parameter(string[] name, string value)
    {
        var parameter = new JsonObject { ["Name"] = name[0], ["Type"] = "SecureString", ["Value"] = value };
        if (name.Length > 1)
            parameter["Selector"] = $":{name[1]}";
        return parameter;
    }

    private static HttpResponseMessage Json(HttpStatusCode status, JsonObject body) =>
        new(status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.1") };

    private sealed class Handler(ParameterStore store) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            store.RespondAsync(request);
    }
}
