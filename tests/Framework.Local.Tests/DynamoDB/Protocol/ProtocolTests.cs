using System.Globalization;
using System.IO.Hashing;
using System.Net;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Framework.Local.Tests.DynamoDB.Support;

namespace Framework.Local.Tests.DynamoDB.Protocol;

public sealed class ProtocolTests : LocalDynamoDBTest
{
    [Fact]
    public async Task An_answer_carries_its_checksum_and_a_request_id()
    {
        var answer = await SendAsync("ListTables", "{}");
        Assert.Matches("^[0-9A-Z]{52}$", answer.Headers.GetValues("x-amzn-RequestId").Single());
        Assert.Equal(
            Crc32.HashToUInt32(Encoding.UTF8.GetBytes(answer.Body.ToJsonString())).ToString(CultureInfo.InvariantCulture),
            answer.Headers.GetValues("x-amz-crc32").Single());
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
