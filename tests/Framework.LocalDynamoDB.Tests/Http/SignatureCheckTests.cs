using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;

namespace Framework.LocalDynamoDB.Tests.Http;

public sealed class SignatureCheckTests : IAsyncLifetime
{
    private static readonly LocalAccessKey Key = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    // What the SDK signs has the time of the machine, in whole seconds.
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()));
    private LocalDynamoDB? _local;

    public async ValueTask InitializeAsync() => _local = await LocalDynamoDB.StartAsync(new() { AccessKey = Key, Clock = _clock });

    public ValueTask DisposeAsync() => _local?.DisposeAsync() ?? default;

    [Fact]
    public async Task What_the_SDK_signs_with_the_key_is_taken()
    {
        using var client = Client("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

        Assert.Empty((await client.ListTablesAsync(TestContext.Current.CancellationToken)).TableNames ?? []);
    }

    [Fact]
    public async Task A_wrong_secret_is_a_wrong_signature()
    {
        using var client = Client("AKIDEXAMPLE", "another");

        var failure = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => client.ListTablesAsync(TestContext.Current.CancellationToken));

        Assert.Equal("InvalidSignatureException", failure.ErrorCode);
        Assert.StartsWith("The request signature we calculated does not match", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_access_key_is_not_recognized()
    {
        using var client = Client("AKIDOTHER", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

        var failure = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => client.ListTablesAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            ("UnrecognizedClientException", "The security token included in the request is invalid."),
            (failure.ErrorCode, failure.Message));
    }

    [Theory]
    [InlineData(-901, "Signature expired: 2")]
    [InlineData(-900, "The request signature we calculated")]
    [InlineData(900, "The request signature we calculated")]
    [InlineData(901, "Signature not yet current: 2")]
    public async Task A_signature_holds_for_15_minutes(int seconds, string message) =>
        Assert.Equal(("InvalidSignatureException", message), await FailAsync(
            message.Length, date: $"{_clock.GetUtcNow().AddSeconds(seconds):yyyyMMdd'T'HHmmss'Z'}"));

    [Theory]
    [InlineData("AWS4-HMAC-SHA512", "host", "AKIDEXAMPLE/{0}/us-east-1/dynamodb/aws4_request", "IncompleteSignatureException", "Unsupported AWS 'algorithm'")]
    [InlineData("AWS4-HMAC-SHA256", "host", "AKIDEXAMPLE/{0}/us-east-1/dynamodb", "IncompleteSignatureException", "Credential must have exactly 5 slash-delimited elements")]
    [InlineData("AWS4-HMAC-SHA256", "x-amz-date", "AKIDEXAMPLE/{0}/us-east-1/dynamodb/aws4_request", "InvalidSignatureException", "'Host' or ':authority' must be a 'SignedHeader'")]
    [InlineData("AWS4-HMAC-SHA256", "host", "AKIDEXAMPLE/{0}/us-east-1/sqs/aws4_request", "InvalidSignatureException", "Credential should be scoped to correct service: 'dynamodb'.")]
    [InlineData("AWS4-HMAC-SHA256", "host", "AKIDEXAMPLE/{0}/us-east-1/dynamodb/end", "InvalidSignatureException", "Credential should be scoped with a valid terminator: 'aws4_request', not 'end'.")]
    [InlineData("AWS4-HMAC-SHA256", "host", "AKIDEXAMPLE/20000101/us-east-1/dynamodb/aws4_request", "InvalidSignatureException", "Date in Credential scope does not match YYYYMMDD")]
    public async Task A_form_that_is_wrong_is_named(string algorithm, string signedHeaders, string credential, string type, string message) =>
        Assert.Equal((type, message), await FailAsync(message.Length, algorithm, credential, signedHeaders));

    [Fact]
    public async Task A_date_that_is_none_is_named()
    {
        const string Message = "Date must be in ISO-8601 'basic format'. Got 'today'.";

        Assert.Equal(("IncompleteSignatureException", Message), await FailAsync(Message.Length, date: "today"));
    }

    private async Task<(string? Type, string? Message)> FailAsync(
        int length,
        string algorithm = "AWS4-HMAC-SHA256",
        string credential = "AKIDEXAMPLE/{0}/us-east-1/dynamodb/aws4_request",
        string signedHeaders = "host;x-amz-date",
        string? date = null)
    {
        date ??= $"{_clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}";
        var scope = credential.Replace("{0}", date.Length > 8 ? date[..8] : date, StringComparison.Ordinal);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, _local!.Endpoint)
        {
            Content = new StringContent("{}", Encoding.UTF8, new MediaTypeHeaderValue("application/x-amz-json-1.0")),
        };
        request.Headers.Add("X-Amz-Target", "DynamoDB_20120810.ListTables");
        request.Headers.Add("X-Amz-Date", date);
        request.Headers.TryAddWithoutValidation("Authorization", $"{algorithm} Credential={scope}, SignedHeaders={signedHeaders}, Signature=0");
        using var response = await http.SendAsync(request);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return (((string?)body["__type"])?.Split('#')[^1], ((string?)body["message"])?[..length]);
    }

    private AmazonDynamoDBClient Client(string id, string secret) => new(
        new BasicAWSCredentials(id, secret),
        new AmazonDynamoDBConfig
        {
            ServiceURL = _local!.Endpoint.AbsoluteUri,
            AuthenticationRegion = "eu-west-1",
            MaxErrorRetry = 0,
        });
}
