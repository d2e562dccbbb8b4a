using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Net;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Framework.LocalDynamoDB.Http;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests.Http;

public sealed class ProtocolTests : LocalDynamoDBTest
{
    [Fact]
    public async Task A_response_has_its_checksum_and_a_request_id()
    {
        var response = await SendAsync("ListTables", "{}");
        Assert.Matches("^[0-9A-Z]{52}$", response.Headers.GetValues("x-amzn-RequestId").Single());
        Assert.Equal(
            Crc32.HashToUInt32(Encoding.UTF8.GetBytes(response.Body.ToJsonString())).ToString(CultureInfo.InvariantCulture),
            response.Headers.GetValues("x-amz-crc32").Single());
    }

    [Theory]
    [InlineData("", "{}", "com.amazon.coral.service#UnknownOperationException")]
    [InlineData("DynamoDB_20120810.Nothing", "{}", "com.amazon.coral.service#UnknownOperationException")]
    [InlineData("DynamoDB_20120810.ListTables", "{", "com.amazon.coral.service#SerializationException")]
    [InlineData("DynamoDB_20120810.ListTables", "{}", "com.amazon.coral.service#MissingAuthenticationTokenException")]
    public async Task What_is_no_request_is_refused_as_the_service_refuses_it(string target, string body, string type)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Local.Endpoint);
        request.Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", target);
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"\"__type\":\"{type}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Requests_and_long_responses_can_be_compressed(string coding)
    {
        await CreateHashTableAsync();
        var text = new string('x', 5000);
        using var put = Request("PutItem", Compress(coding, $$$"""{"TableName":"things","Item":{"a":{"S":"k"},"t":{"S":"{{{text}}}"} } }"""));
        put.Content!.Headers.ContentEncoding.Add(coding);
        using var http = new HttpClient();
        using var stored = await http.SendAsync(put);
        Assert.Equal(HttpStatusCode.OK, stored.StatusCode);

        using var get = Request("GetItem", """{"TableName":"things","Key":{"a":{"S":"k"}}}"""u8.ToArray());
        get.Headers.TryAddWithoutValidation("Accept-Encoding", $"br, {coding};q=0.5, identity");
        using var response = await http.SendAsync(get);
        var body = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal([coding], response.Content.Headers.ContentEncoding);
        Assert.Equal(Crc32.HashToUInt32(body).ToString(CultureInfo.InvariantCulture), response.Headers.GetValues("x-amz-crc32").Single());
        Assert.Contains(text, await DecompressAsync(coding, body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_body_that_is_not_what_its_coding_says_is_a_failure(string coding)
    {
        using var request = Request("ListTables", "{}"u8.ToArray());
        request.Content!.Headers.ContentEncoding.Add(coding);
        using var http = new HttpClient();
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("identity", null)]
    [InlineData("br, x-gzip, gzip br", null)]
    [InlineData("gzip;q=0, *;q=0", null)]
    [InlineData("deflate, gzip", "deflate")]
    [InlineData("*", "gzip")]
    [InlineData("*, deflate", "deflate")]
    [InlineData("*, gzip;q=0.5", "deflate")]
    [InlineData("deflate;q=0.5, gzip;q=0.x", "gzip")]
    [InlineData("GZIP;q=31, deflate;q=51", "gzip")]
    public void The_coding_of_a_response_is_the_one_that_the_client_prefers(string? accepted, string? coding) =>
        Assert.Equal(coding, ContentCoding.Choose(accepted));

    [Fact]
    public async Task A_body_that_is_not_UTF_8_is_a_serialization_error()
    {
        using var request = Request(
            "PutItem", [.. """{"TableName":"things","Item":{"a":{"B":"abc"""u8, 0xff, .. "\"}}}"u8]);
        using var http = new HttpClient();
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("SerializationException", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PutItem", """{"TableName":"things","Item":{"a":{"S":"k"},"l":{"L":[null]}}}""", "ValidationException")]
    [InlineData("GetItem", """{"TableName":"things","Key":{"a":{"S":"k"}},"AttributesToGet":[null]}""", "ValidationException")]
    [InlineData("BatchGetItem", """{"RequestItems":{"things":{"Keys":[null]}}}""", "ValidationException")]
    [InlineData("TransactWriteItems", """{"TransactItems":[null]}""", "ValidationException")]
    [InlineData("CreateTable", """{"TableName":"other","AttributeDefinitions":[null]}""", "ValidationException")]
    [InlineData("PutItem", """{"TableName":"things","Item":{"a":{"S":"k"},"\ud800":{"S":"x"}}}""", "SerializationException")]
    [InlineData("PutItem", """{"TableName":"things","Item":{"a":{"S":"k"},"b":{"B":"\ud800"}}}""", "SerializationException")]
    [InlineData("GetItem", """{"TableName":"things","Key":{"a":{"S":"k"}},"ConsistentRead":"\ud800"}""", "SerializationException")]
    public async Task What_no_request_may_hold_is_no_failure_of_the_server(string operation, string body, string type)
    {
        await CreateHashTableAsync();
        using var request = Request(operation, Encoding.UTF8.GetBytes(body));
        using var http = new HttpClient();
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(type, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_reported_at_the_root_alone()
    {
        using var http = new HttpClient();
        Assert.Equal("healthy: dynamodb.us-east-1.amazonaws.com ", await http.GetStringAsync(Local.Endpoint));
        using var elsewhere = await http.GetAsync(new Uri(Local.Endpoint, "elsewhere"));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    private HttpRequestMessage Request(string operation, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Local.Endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", $"DynamoDB_20120810.{operation}");
        request.Headers.Add("X-Amz-Date", "20260101T000000Z");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
        return request;
    }

    private static byte[] Compress(string coding, string text)
    {
        using var compressed = new MemoryStream();
        using (Stream writer = coding == "gzip"
            ? new GZipStream(compressed, CompressionMode.Compress) : new ZLibStream(compressed, CompressionMode.Compress))
            writer.Write(Encoding.UTF8.GetBytes(text));
        return compressed.ToArray();
    }

    private static async Task<string> DecompressAsync(string coding, byte[] body)
    {
        using var compressed = new MemoryStream(body);
        await using Stream content = coding == "gzip"
            ? new GZipStream(compressed, CompressionMode.Decompress) : new ZLibStream(compressed, CompressionMode.Decompress);
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync();
    }

    [Fact]
    public async Task The_AWS_SDK_works_against_it()
    {
        await CreateHashTableAsync();
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = Local.Endpoint.ToString(), AuthenticationRegion = "us-east-1" });
        await client.PutItemAsync("things", new() { ["a"] = new("k"), ["n"] = new() { N = "1" } });
        var item = (await client.GetItemAsync("things", new() { ["a"] = new("k") })).Item;
        Assert.Equal("1", item["n"].N);
        var exception = await Assert.ThrowsAsync<TransactionCanceledException>(() => client.TransactWriteItemsAsync(new()
        {
            TransactItems =
            [
                new() { ConditionCheck = new() { TableName = "things", Key = new() { ["a"] = new("k") }, ConditionExpression = "attribute_not_exists(a)" } },
            ],
        }));
        Assert.Equal("ConditionalCheckFailed", Assert.Single(exception.CancellationReasons).Code);
    }
}
