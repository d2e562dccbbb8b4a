using Framework.Testing.RuntimeApi;

namespace Framework.Tests.Runtime;

public sealed class RuntimeApiFailureTests
{
    private const string Root = "/2018-06-01/runtime/";

    [Theory]
    [InlineData("403 Forbidden")]
    [InlineData("400 Bad Request")]
    public async Task The_loop_goes_on_where_Lambda_takes_neither_response_nor_error(string refusal)
    {
        await using var api = new BrokenRuntimeApi(
            Next("first"), Response("413 Payload Too Large"), Response(refusal),
            Next("second"), Response("202 Accepted"), Response("500 Internal Server Error"));

        Assert.Equal(1, await RunAsync(api));

        Assert.Equal(
            [
                $"GET {Root}invocation/next", $"POST {Root}invocation/first/response", $"POST {Root}invocation/first/error",
                $"GET {Root}invocation/next", $"POST {Root}invocation/second/response", $"GET {Root}invocation/next",
            ],
            api.Requests);
    }

    [Fact]
    public async Task A_500_from_the_Runtime_API_ends_the_process()
    {
        await using var api = new BrokenRuntimeApi(Response("500 Internal Server Error"));

        Assert.Equal(1, await RunAsync(api));
    }

    [Fact]
    public async Task A_500_to_a_response_ends_the_process()
    {
        await using var api = new BrokenRuntimeApi(Next("first"), Response("500 Internal Server Error"));

        Assert.Equal(1, await RunAsync(api));
    }

    private static string Next(string id)
    {
        var payload = System.Text.Encoding.UTF8.GetString(TestFunction.Get("/look"));
        return $"HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: {id}\r\nContent-Length: {payload.Length}\r\n\r\n{payload}";
    }

    private static string Response(string status) => $"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n";

    private static async Task<int> RunAsync(BrokenRuntimeApi api)
    {
        await using var unused = await RuntimeApiEmulator.StartAsync();
        await using var function = TestFunction.Start(unused, environment: [("AWS_LAMBDA_RUNTIME_API", api.Address), ("FAIL", "no-hooks")]);
        var code = await function.Exited.InTimeAsync();
        Assert.Contains("The Lambda Runtime API failed", Assert.Single(function.Error.Lines), StringComparison.Ordinal);
        return code;
    }
}
