using System.Net.Http.Headers;
using System.Text;
using Framework.LocalDynamoDB.Tests.Differential.Generators;
using Microsoft.AspNetCore.Http;

namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>One of the two DynamoDBs that get the same requests.</summary>
/// <param name="send">Sends an operation and its JSON.</param>
internal sealed class Peer(Func<string, byte[], Task<Response>> send)
{
    private const string Target = "DynamoDB_20120810.";
    private const string MediaType = "application/x-amz-json-1.0";

    /// <summary>DynamoDB Local; each access key has a database of its own there.</summary>
    public static Peer Of(HttpClient http, Uri endpoint, string accessKey) => new(async (operation, body) =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaType);
        request.Headers.Add("X-Amz-Target", Target + operation);
        request.Headers.TryAddWithoutValidation("Authorization", Authorization(accessKey));
        using var response = await http.SendAsync(request);
        return Response.Parse((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    });

    /// <summary>The engine, without a socket in between.</summary>
    public static Peer Of(Engine engine) => new(async (operation, body) =>
    {
        using var response = new MemoryStream();
        var context = new DefaultHttpContext
        {
            Request = { Method = "POST", ContentType = MediaType, ContentLength = body.Length, Body = new MemoryStream(body) },
            Response = { Body = response },
        };
        context.Request.Headers["X-Amz-Target"] = Target + operation;
        context.Request.Headers["X-Amz-Date"] = "20260101T000000Z";
        context.Request.Headers.Authorization = Authorization("local");
        await engine.HandleAsync(context);
        return Response.Parse(context.Response.StatusCode, response.ToArray());
    });

    public async Task CreateTablesAsync()
    {
        foreach (var table in TestTable.All)
            Require(await SendAsync("CreateTable", table.CreateTable));
    }

    /// <summary>Deletes every item that a program can have made.</summary>
    public async Task ClearAsync()
    {
        var deletions = TestTable.All.Select(table => $"\"{table.Name}\":[" + string.Join(',', table.Keys.Select(
            key => $$$"""{"DeleteRequest":{"Key":{{{key}}}}}""")) + "]");
        Require(await SendAsync("BatchWriteItem", $$$"""{"RequestItems":{{{{string.Join(',', deletions)}}}}}"""));
    }

    /// <summary>
    /// The response to the call. Where pages may fall differently, all pages (or segments) of it as if they were one.
    /// </summary>
    public async Task<Response> RespondAsync(RequestCall call)
    {
        if (call.IsSegmented)
            return await WholeAsync(call, [.. Enumerable.Range(0, call.Segments)]);
        return call.IsPaged ? await WholeAsync(call, [null]) : await SendAsync(call.Operation, call.Body);
    }

    private async Task<Response> WholeAsync(RequestCall call, int?[] segments)
    {
        Response? whole = null;
        foreach (var segment in segments)
        {
            var body = call.ToJson();
            if (segment is not null)
                body["Segment"] = segment;
            do
            {
                var page = await SendAsync(call.Operation, body.ToJsonString());
                if (!page.IsSuccess)
                    return page;
                body["ExclusiveStartKey"] = page.Body["LastEvaluatedKey"]?.DeepClone();
                whole = whole is null ? page : whole.Append(page);
            }
            while (body["ExclusiveStartKey"] is not null);
        }

        whole!.Body.Remove("LastEvaluatedKey");
        return whole;
    }

    public Task<Response> SendAsync(string operation, string body) => send(operation, Encoding.UTF8.GetBytes(body));

    private static void Require(Response response) => Assert.True(response.IsSuccess, response.ToString());

    private static string Authorization(string accessKey) =>
        $"AWS4-HMAC-SHA256 Credential={accessKey}/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";
}
