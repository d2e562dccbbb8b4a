using Framework.Testing.RuntimeApi;
using Framework.Tests.Service;

namespace Framework.Tests.Runtime;

/// <summary>A streamed response of a function in a process of its own, one invocation at a time and several.</summary>
public sealed class StreamingProcessTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task A_stream_one_that_breaks_off_and_another_follow_each_other(string concurrency)
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(
            emulator, environment: [("FRAMEWORK_RESPONSE_STREAMING", "true"), ("AWS_LAMBDA_MAX_CONCURRENCY", concurrency)]);

        var whole = await emulator.InvokeAsync(Event("/flow/3"));
        var broken = await emulator.InvokeAsync(Event("/flow/3", "breaksAt=2"));
        var after = await emulator.InvokeAsync(Event("/flow/0"));
        var buffered = await emulator.InvokeAsync(TestFunction.Get("/flow/1"));

        Assert.Equal((true, null, """["1","2","3"]"""), (whole.Streamed, whole.Error, PieceLog.Split(whole.Payload.Span).Body));
        Assert.Equal(("Function.InvalidOperationException", "broke"), (broken.Error?.Type, broken.Error?.Message));
        Assert.StartsWith("[\"1\"", PieceLog.Split(broken.Payload.Span).Body, StringComparison.Ordinal);
        Assert.Equal((true, "[]"), (after.Streamed, PieceLog.Split(after.Payload.Span).Body));
        Assert.Equal((false, "[\"1\"]"), (buffered.Streamed, TestFunction.Body(buffered.Payload).GetRawText()));
    }

    private static byte[] Event(string path, string query = "") =>
        new HttpApiEvent("GET", path) { DomainName = "abc123.lambda-url.eu-central-1.on.aws", Query = query }.ToJson();
}
