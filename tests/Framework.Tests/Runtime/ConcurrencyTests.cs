using System.Text.Json;
using Framework.Testing.RuntimeApi;

namespace Framework.Tests.Runtime;

public sealed class ConcurrencyTests
{
    private static readonly string[] Ids = ["one", "two", "three"];

    [Fact]
    public async Task Several_invocations_overlap_each_with_its_own_ids_and_none_sets_the_trace_of_all()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync(maxConcurrency: Ids.Length);
        await using var function = TestFunction.Start(
            emulator, environment: ("AWS_LAMBDA_MAX_CONCURRENCY", Ids.Length.ToString()));

        // Each waits for the other two before it responds.
        var results = await Task.WhenAll(Ids.Select(id => emulator.InvokeAsync(
            TestFunction.Get("/meet"), new InvocationOptions { RequestId = id, TraceId = $"Root=1-{id}" })));

        foreach (var result in results)
        {
            var seen = TestFunction.Body(result.Payload);
            Assert.Equal(result.RequestId, seen.GetProperty("requestId").GetString());
            Assert.Equal($"Root=1-{result.RequestId}", seen.GetProperty("traceId").GetString());
            Assert.False(seen.TryGetProperty("traceVariable", out var variable) && variable.ValueKind != JsonValueKind.Null);
        }
        function.Terminate();
        Assert.Equal(0, await function.Exited.InTimeAsync());
        var lines = function.Output.Lines.Select(line => JsonElement.Parse(line)).Where(line => line.TryGetProperty("Mine", out _)).ToList();
        Assert.Equal(Ids.Order(), lines.Select(line => line.GetProperty("Mine").GetString()).Order());
        Assert.All(lines, line => Assert.Equal(line.GetProperty("Mine").GetString(), line.GetProperty("requestId").GetString()));
        Assert.All(lines, line => Assert.Equal($"Root=1-{line.GetProperty("Mine").GetString()}", line.GetProperty("traceId").GetString()));
    }

    [Fact]
    public async Task One_reset_connection_is_made_again_while_the_other_invocations_finish()
    {
        await using var api = new ResettingRuntimeApi();
        await using var unused = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(
            unused, environment: [("AWS_LAMBDA_RUNTIME_API", api.Address), ("FAIL", "no-hooks"), ("AWS_LAMBDA_MAX_CONCURRENCY", "3")]);
        var (first, second, third) = (await api.NextAsync(), await api.NextAsync(), await api.NextAsync());
        await api.GiveAsync(first, "one", "/meet");
        await api.GiveAsync(second, "two", "/meet");

        ResettingRuntimeApi.Reset(third);
        var again = await api.NextAsync();
        await api.GiveAsync(again, "three", "/meet");

        foreach (var (client, id) in new[] { (first, "one"), (second, "two"), (again, "three") })
            Assert.Contains($"invocation/{id}/response", await api.ReadAsync(client), StringComparison.Ordinal);
        Assert.Contains("is made again", Assert.Single(function.Error.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Runtime_API_that_resets_every_connection_ends_the_process()
    {
        await using var api = new ResettingRuntimeApi();
        await using var unused = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(
            unused, environment: [("AWS_LAMBDA_RUNTIME_API", api.Address), ("FAIL", "no-hooks"), ("AWS_LAMBDA_MAX_CONCURRENCY", "2")]);

        while (!function.Exited.IsCompleted)
        {
            if (await Task.WhenAny(api.NextAsync(), function.Exited) is Task<System.Net.Sockets.TcpClient> next)
                ResettingRuntimeApi.Reset(await next);
        }

        Assert.Equal(1, await function.Exited.InTimeAsync());
    }

    [Fact]
    public async Task A_bad_address_is_one_sentence_and_exit_code_1()
    {
        await using var unused = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(unused, environment: ("AWS_LAMBDA_RUNTIME_API", "http://127.0.0.1:9001"));

        Assert.Equal(1, await function.Exited.InTimeAsync());
        Assert.Equal(
            "The Lambda Runtime API failed: AWS_LAMBDA_RUNTIME_API must be a host and a port, such as 127.0.0.1:9001.", Assert.Single(function.Error.Lines));
    }

    [Fact]
    public async Task One_at_a_time_gives_the_AWS_SDK_its_trace()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(emulator);

        foreach (var trace in new[] { "Root=1-first", "Root=1-second" })
        {
            var result = await emulator.InvokeAsync(TestFunction.Get("/look"), new InvocationOptions { TraceId = trace });
            Assert.Equal(trace, TestFunction.Body(result.Payload).GetProperty("traceVariable").GetString());
        }
    }
}
