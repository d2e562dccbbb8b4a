using System.Net.Http.Headers;
using Deque.AxeCore.Playwright;

namespace Todo.Page.Tests.Console;

/// <summary>The pages under <c>/_local</c> of the service that the todo page's tests run.</summary>
public abstract class ConsoleTest(TodoSite site) : PageTest(site)
{
    /// <summary>Creates a table of the test's own, with these items, whose sort key is <c>at</c>.</summary>
    protected async Task<string> CreateTableAsync(int items, string more = "")
    {
        var table = $"t{Guid.NewGuid():n}";
        await CallAsync("CreateTable", $$"""
            {"TableName":"{{table}}","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[
                {"AttributeName":"owner","AttributeType":"S"},{"AttributeName":"at","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"owner","KeyType":"HASH"},{"AttributeName":"at","KeyType":"RANGE"}]}
            """);
        for (var n = 0; n < items; n++)
            await PutAsync(table, n, $"\"text\":{{\"S\":\"Text {n}\"}}{more}");
        return table;
    }

    protected Task PutAsync(string table, int n, string attributes) => CallAsync(
        "PutItem",
        $$$"""{"TableName":"{{{table}}}","Item":{"owner":{"S":"ann"},"at":{"S":"{{{(n % 2 == 0 ? "a" : "b")}}}{{{n:00}}}"},{{{attributes}}}}}""");

    /// <summary>No scrollbar moves the page sideways.</summary>
    protected async Task FitsAsync() => Assert.Equal(
        await Page.EvaluateAsync<int>("document.documentElement.clientWidth"),
        await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

    protected async Task PassesAxeAsync()
    {
        var result = await Page.RunAxe();
        Assert.Equal([], result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} at {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
    }

    /// <summary>Keeps a picture for whoever asks for them with <c>CONSOLE_SCREENSHOTS</c>, a folder.</summary>
    protected async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("CONSOLE_SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    private async Task CallAsync(string operation, string body)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_local/dynamodb")
        {
            Content = new StringContent(body, new MediaTypeHeaderValue("application/x-amz-json-1.0")),
        };
        request.Headers.Add("X-Amz-Target", $"DynamoDB_20120810.{operation}");
        request.Headers.Add("X-Amz-Date", "20260101T000000Z");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
