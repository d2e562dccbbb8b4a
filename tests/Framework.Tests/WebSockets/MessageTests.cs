using System.Text;
using Framework.Description;
using Framework.Filters;
using Framework.Generated;
using Framework.Http;
using Framework.Problems;
using Framework.Runtime;
using Framework.Tests.Service;
using FsCheck;
using FsCheck.Xunit;

namespace Framework.Tests.WebSockets;

/// <summary>How messages of a WebSocket API are served.</summary>
public sealed class MessageTests
{
    private const int MaxMessage = 131_072;

    [Fact]
    public async Task A_message_is_bound_validated_and_handled_and_the_value_is_the_body_of_the_response()
    {
        await using var service = New();

        var response = await service.SendAsync(Say("""{"action":"say","text":"hi"}"""));

        Assert.Equal("""{"statusCode":200,"body":"{\"text\":\"alice: hi\"}"}""", response.Raw.GetRawText());
    }

    [Fact]
    public async Task The_caller_of_the_connection_is_the_caller_of_every_message()
    {
        await using var service = New();

        Assert.Equal("alice: hi", (await service.SendAsync(Say("""{"text":"hi"}"""))).Json.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_message_of_a_connection_without_a_caller_is_a_401_whose_problem_is_the_body()
    {
        await using var service = New();

        var response = await service.SendAsync(WebSocketApiEvent.Message("""{"text":"hi"}""", "say"));

        Assert.Equal((401, "unauthenticated"), (response.Status, response.Kind));
        Assert.Equal(
            "Connect again with an access token: a connection keeps the caller that it was opened by.", response.Json.GetProperty("detail").GetString());
        Assert.Empty(response.Headers);
    }

    [Fact]
    public async Task A_caller_without_the_group_gets_a_403_whose_problem_is_the_body()
    {
        await using var service = New();

        var response = await service.SendAsync(WebSocketApiEvent.Message("""{"text":"hi"}""", "say").As("alice", "[guests]"));

        Assert.Equal((403, "Needs the group members."), (response.Status, response.Json.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task A_message_has_neither_headers_nor_a_query_nor_a_method_nor_a_path()
    {
        Request? seen = null;
        await using var service = new TestService([new TestMessages("$default", context =>
        {
            seen = context.Request;
            Assert.Null(seen.Headers["authorization"]);
            Assert.Equal((0, ""), (seen.Cookies.Count, seen.Query.Raw));
            return ValueTask.FromResult(new Response(200));
        })]);
        var message = WebSocketApiEvent.Message("hi").WithHeaders(("authorization", "Bearer x"), ("cookie", "a=b")).WithQuery("a", "b");
        message.Parts["httpMethod"] = "DELETE";
        message.Parts["path"] = "/admin";

        Assert.Equal(200, (await service.SendAsync(message)).Status);

        Assert.Equal((FrontDoor.WebSocket, "", "/"), (seen!.FrontDoor, seen.Method, seen.Path));
        Assert.Equal(("192.0.2.1", "gateway-request"), (seen.SourceIp, seen.GatewayRequestId));
    }

    [Theory]
    [InlineData("""{"action":"say","text":""}""", 422, "validation-failed", "text")]
    [InlineData("""{"action":"say","text":7}""", 422, "invalid-body", "text")]
    [InlineData("""{"action":"say"}""", 422, "invalid-body", "text")]
    [InlineData("""{"text":"hi","text":"ho"}""", 400, "duplicate-key", "text")]
    public async Task A_message_that_cannot_be_bound_or_is_not_valid_is_a_problem_that_names_the_field(string message, int status, string kind, string field)
    {
        await using var service = New();

        var response = await service.SendAsync(Say(message));

        Assert.Equal((status, kind), (response.Status, response.Kind));
        Assert.Equal([field], response.Fields);
    }

    [Theory]
    [InlineData("hi", "malformed-json")]
    [InlineData("", "missing-body")]
    [InlineData(null, "missing-body")]
    public async Task A_message_that_is_no_JSON_is_a_400(string? message, string kind)
    {
        await using var service = New();

        var response = await service.SendAsync(Say(message));

        Assert.Equal((400, kind), (response.Status, response.Kind));
    }

    [Fact]
    public async Task A_binary_message_comes_in_base64_and_bytes_go_back_in_base64()
    {
        await using var service = New();
        byte[] bytes = [0, 255, 13, 10];

        var response = await service.SendAsync(WebSocketApiEvent.Message(Convert.ToBase64String(bytes), isBase64: true));

        Assert.Equal(bytes, response.Bytes);
        Assert.Equal("""{"statusCode":200,"body":"AP8NCg==","isBase64Encoded":true}""", response.Raw.GetRawText().Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Property]
    public async Task Any_text_reaches_the_handler_as_it_was_sent_and_comes_back_so(NonNull<string> text)
    {
        var sent = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
        await using var service = new TestService([new TestMessages(
            "$default", context => ValueTask.FromResult(Response.Bytes(200, context.Request.Body, "text/plain", isText: true)))]);

        Assert.Equal(sent, (await service.SendAsync(WebSocketApiEvent.Message(sent))).Body);
    }

    [Fact]
    public async Task A_handler_that_returns_nothing_is_a_200_without_a_body()
    {
        await using var service = new TestService([new TestMessages("$default", _ => ValueTask.FromResult(new Response(200)))]);

        Assert.Equal("""{"statusCode":200}""", (await service.SendAsync(WebSocketApiEvent.Message("hi"))).Raw.GetRawText());
    }

    [Theory]
    [InlineData(MaxMessage - 1, 200)]
    [InlineData(MaxMessage, 200)]
    [InlineData(MaxMessage + 1, 500)]
    public async Task A_response_is_no_longer_than_a_message_may_be(int length, int expected)
    {
        await using var service = new TestService([new TestMessages("$default", new string('a', length))]);

        var response = await service.SendAsync(WebSocketApiEvent.Message("hi"));

        Assert.Equal(expected, response.Status);
        if (expected == 500)
        {
            Assert.Equal("response-too-large", response.Kind);
            Assert.Contains("131073 bytes", Assert.Single(service.Logs).GetProperty("message").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_exception_is_a_logged_500_without_its_message()
    {
        await using var service = new TestService([new TestMessages("$default", _ => throw new InvalidOperationException("secret"))]);

        var response = await service.SendAsync(WebSocketApiEvent.Message("hi"));

        Assert.Equal((500, "internal-error"), (response.Status, response.Kind));
        Assert.DoesNotContain("secret", response.Body, StringComparison.Ordinal);
        Assert.Contains("secret", Assert.Single(service.Logs).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_that_is_thrown_and_a_mapped_exception_are_the_body()
    {
        await using var service = new TestService(
            [new TestMessages("thrown", _ => throw new ProblemException(new Problem(409, "taken", "Taken"))), new TestMessages("mapped", _ => throw new TimeoutException())],
            builder => builder.Problems.Map<TimeoutException>(_ => new Problem(429, "busy", "Busy")));

        Assert.Equal("taken", (await service.SendAsync(WebSocketApiEvent.Message("hi", "thrown"))).Kind);
        Assert.Equal("busy", (await service.SendAsync(WebSocketApiEvent.Message("hi", "mapped"))).Kind);
    }

    [Fact]
    public async Task A_handler_that_hears_the_deadline_is_a_503()
    {
        await using var service = new TestService([new TestMessages("$default", async context =>
        {
            await Task.Delay(Timeout.Infinite, context.Cancellation);
            return new Response(200);
        })]);

        var response = await service.SendAsync(
            WebSocketApiEvent.Message("hi").ToJson(), deadline: TimeProvider.System.GetUtcNow() + Invocation.DeadlineMargin);

        Assert.Equal((503, "deadline-exceeded"), (response.Status, response.Kind));
    }

    [Fact]
    public async Task Filters_run_around_a_message_once_the_caller_may_send_it()
    {
        var filter = new Count();
        await using var service = new TestService([new TestMessages(
            "$default", _ => ValueTask.FromResult(new Response(200)), AccessPolicy.Authenticated, [filter])]);

        await service.SendAsync(WebSocketApiEvent.Message("hi"));
        Assert.Equal("", filter.Seen);

        await service.SendAsync(WebSocketApiEvent.Message("hi").As("alice"));
        Assert.Equal("On $default alice 200", filter.Seen);
    }

    [Fact]
    public async Task A_message_counts_as_a_request_of_its_endpoint_and_its_log_names_the_caller()
    {
        await using var service = New();

        await service.SendAsync(Say("""{"text":"hi"}"""));
        await service.SendAsync(Say("""{"text":""}"""));

        var lines = service.Metrics.ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal("Say", line.GetProperty("Endpoint").GetString()));
        Assert.Equal((1, 0), (lines[0].GetProperty("Requests").GetInt32(), lines[0].GetProperty("ClientErrors").GetInt32()));
        Assert.Equal(1, lines[1].GetProperty("ClientErrors").GetInt32());
    }

    [Fact]
    public async Task Only_the_first_invocation_of_a_process_is_a_cold_start_whatever_its_family()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a"), new TestMessages("$default", "")]);

        await service.SendAsync(new HttpApiEvent("GET", "/a"));
        await service.SendAsync(WebSocketApiEvent.Message("hi"));

        Assert.Single(service.Metrics, line => line.TryGetProperty("ColdStarts", out var cold) && cold.GetInt32() == 1);
    }

    private static TestService New() => new([new SayEndpoint(), new OverhearEndpoint()]);

    private static WebSocketApiEvent Say(string? message) => WebSocketApiEvent.Message(message, "say").As("alice", "[members]");

    private sealed class Count : IEndpointFilter
    {
        public string Seen { get; private set; } = "";

        public async ValueTask<Response> InvokeAsync(FilterContext context, Func<ValueTask<Response>> next)
        {
            var response = await next();
            Seen = $"{context.Endpoint.Name} {context.Caller.Id} {response.StatusCode}";
            return response;
        }
    }
}
