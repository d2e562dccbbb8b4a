using System.Net;
using Microsoft.AspNetCore.Http;

namespace Framework.WebSockets.Tests;

public sealed class BroadcastTests
{
    private const int Parallelism = 32;

    private static readonly string[] Ids = [.. Enumerable.Range(0, 100).Select(number => $"id-{number}=")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_get_the_message_and_the_gone_ones_are_named()
    {
        await using var service = await Service.StartAsync();
        service.Api.Otherwise = http => EndsIn(http, "7=") ? ManagementApi.Error(410)(http) : Task.CompletedTask;

        var gone = await service.Connections.SendToAllAsync(Ids, new ChatMessage("hello", null), Cancellation);

        Assert.Equal(Ids.Where(id => id.EndsWith("7=", StringComparison.Ordinal)).Order(), gone.Order());
        Assert.Equal(Ids.Length, service.Api.Requests.Select(request => request.Target).Distinct().Count());
    }

    [Fact]
    public async Task Ids_may_come_page_by_page()
    {
        await using var service = await Service.StartAsync();
        service.Api.Otherwise = ManagementApi.Error(410);

        var gone = await service.Connections.SendToAllAsync(Ids.ToAsyncEnumerable(), "hello", Cancellation);

        Assert.Equal(Ids.Order(), gone.Order());
    }

    [Fact]
    public async Task No_ids_are_no_calls()
    {
        await using var service = await Service.StartAsync();

        Assert.Empty(await service.Connections.SendToAllAsync(Array.Empty<string>(), "hello", Cancellation));

        Assert.Empty(service.Api.Requests);
    }

    [Fact]
    public async Task No_more_than_32_calls_run_at_a_time()
    {
        await using var service = await Service.StartAsync();
        var (taken, arrived, takenThen) = (0, 0, 0);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Api.Otherwise = async _ =>
        {
            if (Interlocked.Increment(ref arrived) == Parallelism)
            {
                takenThen = Volatile.Read(ref taken);
                gate.SetResult();
            }
            await gate.Task;
        };

        await service.Connections.SendToAllAsync(Ids.Select(Count), "hello", Cancellation).InTimeAsync();

        // While no call has ended, no further id is taken.
        Assert.Equal(Parallelism, takenThen);
        Assert.Equal(Ids.Length, taken);

        string Count(string id)
        {
            Interlocked.Increment(ref taken);
            return id;
        }
    }

    [Fact]
    public async Task One_that_cannot_be_reached_does_not_keep_the_message_from_the_others()
    {
        await using var service = await Service.StartAsync();
        service.Api.Otherwise = http => EndsIn(http, "id-0=") ? ManagementApi.Error(500)(http) : Task.CompletedTask;

        var exception = await Assert.ThrowsAsync<HttpRequestException>(
            () => service.Connections.SendToAllAsync(Ids, "hello", Cancellation)).InTimeAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, exception.StatusCode);
        Assert.Equal(Ids.Length, service.Api.Requests.Select(request => request.Target).Distinct().Count());
    }

    [Fact]
    public async Task A_refusal_ends_the_broadcast()
    {
        await using var service = await Service.StartAsync();
        service.Api.Otherwise = ManagementApi.Error(403);

        var exception = await Assert.ThrowsAsync<HttpRequestException>(
            () => service.Connections.SendToAllAsync(Endless(), "hello", Cancellation)).InTimeAsync();

        Assert.Equal(HttpStatusCode.Forbidden, exception.StatusCode);
    }

    [Fact]
    public async Task A_caller_who_gives_up_ends_the_broadcast()
    {
        await using var service = await Service.StartAsync();
        using var patience = new CancellationTokenSource();
        service.Api.Otherwise = _ => patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => service.Connections.SendToAllAsync(Endless(), "hello", patience.Token)).InTimeAsync();
    }

    private static IEnumerable<string> Endless()
    {
        while (true)
            yield return "id=";
    }

    private static bool EndsIn(HttpContext http, string end) => http.Request.Path.Value!.EndsWith(end, StringComparison.Ordinal);
}
