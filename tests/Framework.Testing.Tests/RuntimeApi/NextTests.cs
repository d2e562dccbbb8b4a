using System.Globalization;
using System.Net;
using Framework.Testing.RuntimeApi;

namespace Framework.Testing.Tests.RuntimeApi;

public sealed class NextTests : IAsyncLifetime
{
    private RuntimeApiEmulator _emulator = null!;
    private RuntimeClient _runtime = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await RuntimeApiEmulator.StartAsync();
        _runtime = new(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _runtime.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Next_waits_until_there_is_an_event()
    {
        var next = _runtime.NextAsync();
        await _emulator.Ready.InTimeAsync();
        Assert.False(next.IsCompleted);

        _ = _emulator.InvokeAsync("{\"a\":1}"u8.ToArray());

        Assert.Equal("{\"a\":1}", await (await next).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Next_carries_what_comes_with_the_event()
    {
        var before = DateTimeOffset.UtcNow;
        _ = _emulator.InvokeAsync("{}"u8.ToArray(), new()
        {
            RequestId = "8476a536-e9f4-11e8-9739-2dfe598c3fcd",
            FunctionArn = "arn:aws:lambda:us-east-2:123456789012:function:todo",
            TraceId = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700",
            ClientContext = "{\"custom\":{\"city\":\"Zürich\"}}",
            CognitoIdentity = "{\"cognitoIdentityId\":\"eu-central-1:1\"}",
            TenantId = "acme",
            Timeout = TimeSpan.FromMinutes(15),
        });

        using var next = await _runtime.NextAsync();

        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Equal("application/json", next.Content.Headers.ContentType?.MediaType);
        Assert.Equal("8476a536-e9f4-11e8-9739-2dfe598c3fcd", Header(next, "Aws-Request-Id"));
        Assert.Equal("arn:aws:lambda:us-east-2:123456789012:function:todo", Header(next, "Invoked-Function-Arn"));
        Assert.Equal("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700", Header(next, "Trace-Id"));
        Assert.Equal("{\"cognitoIdentityId\":\"eu-central-1:1\"}", Header(next, "Cognito-Identity"));
        Assert.Equal("acme", Header(next, "Aws-Tenant-Id"));
        var deadline = DateTimeOffset.FromUnixTimeMilliseconds(
            long.Parse(Header(next, "Deadline-Ms")!, CultureInfo.InvariantCulture));
        // The header holds whole milliseconds.
        Assert.InRange(deadline, before.AddMinutes(15).AddMilliseconds(-1), DateTimeOffset.UtcNow.AddMinutes(15));
    }

    [Fact]
    public async Task Headers_hold_utf8_as_they_are()
    {
        _ = _emulator.InvokeAsync("{}"u8.ToArray(), new() { ClientContext = "{\"city\":\"Zürich\"}" });

        var response = await RawHttp.SendAsync(
            _emulator.Address, "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: lambda\r\n\r\n", until: "{}");

        Assert.Contains("Lambda-Runtime-Client-Context: {\"city\":\"Zürich\"}\r\n", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_without_a_value_are_absent()
    {
        _ = _emulator.InvokeAsync("{}"u8.ToArray(), new() { TraceId = null });

        using var next = await _runtime.NextAsync();

        Assert.Null(Header(next, "Trace-Id"));
        Assert.Null(Header(next, "Client-Context"));
        Assert.Null(Header(next, "Cognito-Identity"));
        Assert.Null(Header(next, "Aws-Tenant-Id"));
    }

    [Fact]
    public async Task An_event_without_a_response_is_given_again()
    {
        _ = _emulator.InvokeAsync("{}"u8.ToArray());
        _ = _emulator.InvokeAsync("{}"u8.ToArray());

        Assert.Equal(await _runtime.TakeAsync(), await _runtime.TakeAsync());
    }

    [Fact]
    public async Task Several_events_are_with_a_runtime_of_several_at_once()
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync(maxConcurrency: 2);
        using var runtime = new RuntimeClient(emulator);
        var first = emulator.InvokeAsync("{}"u8.ToArray(), new() { RequestId = "first" });
        var second = emulator.InvokeAsync("{}"u8.ToArray(), new() { RequestId = "second" });

        Assert.Equal("first", await runtime.TakeAsync());
        Assert.Equal("second", await runtime.TakeAsync());
        await runtime.RespondAsync("second", "2");
        await runtime.RespondAsync("first", "1");

        Assert.Equal("1"u8.ToArray(), (await first).Payload.ToArray());
        Assert.Equal("2"u8.ToArray(), (await second).Payload.ToArray());
    }

    [Fact]
    public async Task An_event_that_no_runtime_takes_is_a_timeout()
    {
        await Assert.ThrowsAsync<TimeoutException>(
            () => _emulator.InvokeAsync("{}"u8.ToArray(), new() { InitTimeout = TimeSpan.FromMilliseconds(1) }));
        _ = _emulator.InvokeAsync("{}"u8.ToArray(), new() { RequestId = "later" });

        Assert.Equal("later", await _runtime.TakeAsync());
    }

    private static string? Header(HttpResponseMessage next, string name) =>
        next.Headers.TryGetValues($"Lambda-Runtime-{name}", out var values) ? values.Single() : null;
}
