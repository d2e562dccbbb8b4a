using System.Net;
using Framework.Aws.Sending;

namespace Framework.WebSockets.Tests;

/// <summary>Each way in which a call fails.</summary>
public sealed class FaultTests
{
    private const string Id = Service.Id;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_gone_connection_is_false_at_the_first_attempt()
    {
        await using var service = await Service.StartAsync();
        service.Api.Otherwise = ManagementApi.Error(410, "GoneException");

        Assert.False(await service.Connections.SendAsync(Id, "hello", Cancellation));
        Assert.False(await service.Connections.DisconnectAsync(Id, Cancellation));

        Assert.Equal(2, service.Api.Requests.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_call_that_may_succeed_a_moment_later_is_made_again(int status)
    {
        await using var service = await Service.StartAsync();
        for (var attempt = 1; attempt < AwsCaller.MaxAttempts; attempt++)
            service.Api.Script.Enqueue(ManagementApi.Error(status));

        Assert.True(await service.Connections.SendAsync(Id, "hello", Cancellation).InTimeAsync());

        Assert.Equal(AwsCaller.MaxAttempts, service.Api.Requests.Count);
        Assert.All(service.Clock.Waits.Index(), wait => Assert.InRange(wait.Item.TotalMilliseconds, 1, 50 << wait.Index));
        Assert.Equal(4, service.Clock.Waits.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task After_the_last_attempt_it_is_an_exception_with_the_status(int status)
    {
        await using var service = await Service.StartAsync();
        service.Api.Otherwise = ManagementApi.Error(status, "SomeException", "Not now.");

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => service.Connections.SendAsync(Id, "hello", Cancellation)).InTimeAsync();

        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Equal($"127.0.0.1 could not serve the call: {status} SomeException, Not now.", exception.Message);
        Assert.Equal(AwsCaller.MaxAttempts, service.Api.Requests.Count);
    }

    [Theory]
    [InlineData(400, "BadRequestException", "400 BadRequestException, no.")]
    [InlineData(400, "BadRequestException:http://internal.amazon.com/coral/", "400 BadRequestException, no.")]
    [InlineData(403, null, "403, no: the function needs execute-api:ManageConnections on the stage that FRAMEWORK_CONNECTIONS_ENDPOINT names.")]
    [InlineData(403, "AccessDeniedException", "403 AccessDeniedException, no: the function needs execute-api:ManageConnections on the stage that FRAMEWORK_CONNECTIONS_ENDPOINT names.")]
    [InlineData(403, "ExpiredTokenException", "403 ExpiredTokenException, no.")]
    [InlineData(404, null, "404, no.")]
    [InlineData(413, "PayloadTooLargeException", "413 PayloadTooLargeException, no.")]
    [InlineData(302, null, "302, no.")]
    public async Task A_refusal_is_one_sentence_at_the_first_attempt(int status, string? type, string end)
    {
        await using var service = await Service.StartAsync();
        service.Api.Otherwise = ManagementApi.Error(status, type);

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => service.Connections.SendAsync(Id, "hello", Cancellation));

        Assert.Equal($"API Gateway refused the call to a connection: {end}", exception.Message);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Single(service.Api.Requests);
    }

    [Theory]
    [InlineData("", "400")]
    [InlineData("<html>", "400")]
    [InlineData("[1]", "400")]
    [InlineData("""{"message":null}""", "400")]
    [InlineData("""{"message":" "}""", "400")]
    [InlineData("""{"Message":"first.\n\nPOST\nsecret"}""", "400, first")]
    public void An_error_is_read_from_any_body(string body, string error) =>
        Assert.Equal(error, new AwsResponse(HttpStatusCode.BadRequest, null, System.Text.Encoding.UTF8.GetBytes(body)).Error);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_without_a_whole_response_in_time_is_made_again(bool hasHalf)
    {
        await using var service = await Service.StartAsync();
        var arrived = Arrival(service, hasHalf ? ManagementApi.Half : ManagementApi.Hang);

        var sent = service.Connections.SendAsync(Id, "hello", Cancellation);
        await arrived.InTimeAsync();
        service.Clock.TimeOut();

        Assert.True(await sent.InTimeAsync());
        Assert.Equal(2, service.Api.Requests.Count);
    }

    [Fact]
    public async Task A_call_that_never_has_a_response_is_one_sentence()
    {
        await using var service = await Service.StartAsync();
        service.Api.Otherwise = http =>
        {
            service.Clock.TimeOut();
            return ManagementApi.Hang(http);
        };

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => service.Connections.SendAsync(Id, "hello", Cancellation)).InTimeAsync();

        Assert.Equal("127.0.0.1 gave no response: it took longer than 5 seconds.", exception.Message);
        Assert.Equal(AwsCaller.MaxAttempts, service.Api.Requests.Count);
    }

    [Fact]
    public async Task A_reset_connection_is_opened_again()
    {
        await using var service = await Service.StartAsync();
        service.Api.Script.Enqueue(ManagementApi.Reset);

        Assert.True(await service.Connections.SendAsync(Id, "hello", Cancellation).InTimeAsync());

        Assert.Equal(2, service.Api.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_exception()
    {
        await using var service = await Service.StartAsync();
        await service.Api.DisposeAsync();

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => service.Connections.SendAsync(Id, "hello", Cancellation)).InTimeAsync();

        Assert.StartsWith("127.0.0.1 gave no response: ", exception.Message, StringComparison.Ordinal);
        Assert.Null(exception.StatusCode);
    }

    [Fact]
    public async Task A_caller_who_gives_up_leaves_no_half_read_response_to_the_next()
    {
        await using var service = await Service.StartAsync();
        using var patience = new CancellationTokenSource();
        Assert.True(await service.Connections.SendAsync(Id, "first", Cancellation));
        var arrived = Arrival(service, ManagementApi.Half);

        var sent = service.Connections.SendAsync(Id, "second", patience.Token);
        await arrived.InTimeAsync();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent).InTimeAsync();

        service.Api.Otherwise = ManagementApi.Error(410);
        Assert.False(await service.Connections.SendAsync(Id, "third", Cancellation).InTimeAsync());
        var connections = service.Api.Requests.Select(request => request.Connection).ToList();
        Assert.Equal(connections[0], connections[1]);
        Assert.NotEqual(connections[1], connections[2]);
    }

    [Fact]
    public async Task A_caller_who_gives_up_between_two_attempts_ends_the_call()
    {
        await using var service = await Service.StartAsync();
        using var patience = new CancellationTokenSource();
        service.Api.Otherwise = ManagementApi.Error(500);
        service.Clock.HoldsWaits = true;

        var sent = service.Connections.SendAsync(Id, "hello", patience.Token);
        await Waits.UntilAsync(() => Task.FromResult(!service.Clock.Waits.IsEmpty));
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent).InTimeAsync();
        Assert.Single(service.Api.Requests);
    }

    private static Task Arrival(Service service, Func<Microsoft.AspNetCore.Http.HttpContext, Task> then)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Api.Script.Enqueue(http =>
        {
            var rest = then(http);
            arrived.SetResult();
            return rest;
        });
        return arrived.Task;
    }
}
