using System.Net;
using System.Text.Json;
using Framework.Testing.RuntimeApi;

namespace Framework.Testing.Tests.RuntimeApi;

public sealed class ResponseTests : IAsyncLifetime
{
    // 6 MiB and 100 bytes.
    private const int Limit = 6_291_556;
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
    public async Task A_response_ends_the_invocation()
    {
        var invocation = _emulator.InvokeAsync("{}"u8.ToArray());
        var id = await _runtime.TakeAsync();

        using var accepted = await _runtime.RespondAsync(id, "{\"statusCode\":201}");
        var result = await invocation;

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("{\"status\":\"OK\"}\n", await accepted.Content.ReadAsStringAsync());
        Assert.Equal("{\"statusCode\":201}"u8.ToArray(), result.Payload.ToArray());
        Assert.Equal("application/json", result.ContentType);
        Assert.Equal(id, result.RequestId);
        Assert.Null(result.Error);
        Assert.False(result.Streamed);
    }

    [Fact]
    public async Task An_empty_response_is_taken()
    {
        var invocation = _emulator.InvokeAsync("{}"u8.ToArray());

        using var response = await _runtime.RespondAsync(await _runtime.TakeAsync(), "");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var result = await invocation;

        Assert.Null(result.Error);
        Assert.True(result.Payload.IsEmpty);
    }

    [Fact]
    public async Task A_response_of_the_limit_is_taken()
    {
        var invocation = _emulator.InvokeAsync("{}"u8.ToArray());

        using var response = await _runtime.RespondAsync(await _runtime.TakeAsync(), new byte[Limit]);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(Limit, (await invocation).Payload.Length);
    }

    [Fact]
    public async Task A_response_over_the_limit_is_refused_with_413_and_fails_the_invocation()
    {
        var invocation = _emulator.InvokeAsync("{}"u8.ToArray());

        using var response = await _runtime.RespondAsync(await _runtime.TakeAsync(), new byte[Limit + 1]);
        var result = await invocation;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("RequestEntityTooLarge", await ErrorTypeAsync(response));
        Assert.Equal("Function.ResponseSizeTooLarge", result.Error?.Type);
        Assert.Equal(
            "Response payload size (6291557 bytes) exceeded maximum allowed payload size (6291556 bytes).",
            result.Error?.Message);
        Assert.True(result.Payload.IsEmpty);
    }

    [Fact]
    public async Task The_runtime_goes_on_after_a_413()
    {
        _ = _emulator.InvokeAsync("{}"u8.ToArray());
        var refused = await _runtime.TakeAsync();
        await _runtime.RespondAsync(refused, new byte[Limit + 1]);
        var next = _emulator.InvokeAsync("{}"u8.ToArray());

        await _runtime.RespondAsync(await _runtime.TakeAsync(), "1");

        Assert.Equal("1"u8.ToArray(), (await next).Payload.ToArray());
    }

    [Fact]
    public async Task A_response_to_an_unknown_id_is_refused_with_400()
    {
        var invocation = _emulator.InvokeAsync("{}"u8.ToArray());
        var id = await _runtime.TakeAsync();

        using var refused = await _runtime.RespondAsync("unknown", "{}");
        await _runtime.RespondAsync(id, "1");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("InvalidRequestID", await ErrorTypeAsync(refused));
        Assert.Equal("1"u8.ToArray(), (await invocation).Payload.ToArray());
    }

    [Fact]
    public async Task A_second_response_is_refused_with_400()
    {
        var invocation = _emulator.InvokeAsync("{}"u8.ToArray());
        var id = await _runtime.TakeAsync();
        await _runtime.RespondAsync(id, "1");

        using var second = await _runtime.RespondAsync(id, "2");
        using var error = await _runtime.FailAsync($"invocation/{id}/error", "Function.Failed", "{}");

        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal("1"u8.ToArray(), (await invocation).Payload.ToArray());
    }

    [Fact]
    public async Task An_unknown_response_mode_is_refused_and_fails_the_invocation()
    {
        var invocation = _emulator.InvokeAsync("{}"u8.ToArray());

        using var refused = await _runtime.RespondAsync(await _runtime.TakeAsync(), "{}"u8.ToArray(), mode: "trickling");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("InvalidFunctionResponseMode", await ErrorTypeAsync(refused));
        Assert.Equal("Runtime.InvalidResponseModeHeader", (await invocation).Error?.Type);
    }

    [Fact]
    public async Task An_error_fails_the_invocation()
    {
        var invocation = _emulator.InvokeAsync("{}"u8.ToArray());
        const string Body = "{\"errorType\":\"Function.NoTable\",\"errorMessage\":\"No table.\",\"stackTrace\":[]}";

        using var accepted = await _runtime.FailAsync(
            $"invocation/{await _runtime.TakeAsync()}/error", "Function.NoTable", Body);
        var error = (await invocation).Error!;

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("Function.NoTable", error.Type);
        Assert.Equal("No table.", error.Message);
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(Body), error.Body.ToArray());
    }

    [Theory]
    [InlineData("Runtime.UnhandledException", "Runtime.UnhandledException")]
    [InlineData("Function.", "Function.Unknown")]
    [InlineData("System.Exception", "Runtime.Unknown")]
    [InlineData("", "Runtime.Unknown")]
    public async Task An_error_type_of_another_form_becomes_unknown(string sent, string recorded)
    {
        var invocation = _emulator.InvokeAsync("{}"u8.ToArray());

        await _runtime.FailAsync($"invocation/{await _runtime.TakeAsync()}/error", sent, "no json");
        var error = (await invocation).Error!;

        Assert.Equal(recorded, error.Type);
        Assert.Null(error.Message);
    }

    [Fact]
    public async Task An_invocation_past_its_timeout_fails_and_a_late_response_is_refused()
    {
        var invocation = _emulator.InvokeAsync(
            "{}"u8.ToArray(), new() { RequestId = "slow", Timeout = TimeSpan.FromMilliseconds(10) });
        var id = await _runtime.TakeAsync();

        var error = (await invocation).Error!;
        using var late = await _runtime.RespondAsync(id, "{}");

        Assert.Equal("Sandbox.Timedout", error.Type);
        Assert.Equal("RequestId: slow Error: Task timed out after 0.01 seconds", error.Message);
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
    }

    [Fact]
    public async Task A_caller_who_gives_up_leaves_the_runtime_free_for_the_next_event()
    {
        using var cancellation = new CancellationTokenSource();
        var abandoned = _emulator.InvokeAsync("{}"u8.ToArray(), cancellation: cancellation.Token);
        await _runtime.TakeAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        _ = _emulator.InvokeAsync("{}"u8.ToArray(), new() { RequestId = "next" });

        Assert.Equal("next", await _runtime.TakeAsync());
    }

    private static async Task<string?> ErrorTypeAsync(HttpResponseMessage response)
    {
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("errorType").GetString();
    }
}
