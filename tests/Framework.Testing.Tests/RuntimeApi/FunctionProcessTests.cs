using System.ComponentModel;
using System.Runtime.Versioning;
using Framework.Testing.RuntimeApi;

namespace Framework.Testing.Tests.RuntimeApi;

/// <summary>Functions written in bash: the emulator and the process know nothing of .NET.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FunctionProcessTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("function-").FullName;
    private RuntimeApiEmulator _emulator = null!;

    public async ValueTask InitializeAsync() => _emulator = await RuntimeApiEmulator.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _emulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_function_responds_to_events_over_the_runtime_api()
    {
        await using var function = Start("""
            exec 3<>"/dev/tcp/${AWS_LAMBDA_RUNTIME_API/://}"
            printf 'GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: lambda\r\n\r\n' >&3
            while IFS= read -r line <&3 && [ "$line" != $'\r' ]; do
              case "$line" in
                Lambda-Runtime-Aws-Request-Id:*) id="${line#*: }"; id="${id%$'\r'}" ;;
                Content-Length:*) length="${line#*: }"; length="${length%$'\r'}" ;;
              esac
            done
            read -r -N "$length" event <&3
            echo "event $event"
            printf 'POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\r\nHost: lambda\r\nContent-Length: 4\r\n\r\ndone' "$id" >&3
            read -r response <&3
            echo "response $response"
            """);

        var result = await _emulator.InvokeAsync("{\"todo\":1}"u8.ToArray());

        Assert.Equal("done"u8.ToArray(), result.Payload.ToArray());
        Assert.Equal(0, await function.Exited.InTimeAsync());
        Assert.Equal(["event {\"todo\":1}", "response HTTP/1.1 202 Accepted"], function.Output.Lines);
    }

    [Fact]
    public async Task A_function_sees_what_lambda_sets_and_nothing_else()
    {
        await using var function = Start("env", new()
        {
            Handler = "CreateTodo",
            FunctionName = "todo-create",
            MemorySize = 256,
            Region = "eu-west-1",
            InitializationType = "snap-start",
            Environment = new Dictionary<string, string> { ["TABLE"] = "todos", ["TZ"] = "Europe/Berlin" },
        });
        await function.Exited.InTimeAsync();
        var variables = function.Output.Lines.Select(line => line.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);

        Assert.Equal("CreateTodo", variables["_HANDLER"]);
        Assert.Equal(_emulator.Address, variables["AWS_LAMBDA_RUNTIME_API"]);
        Assert.Equal("todo-create", variables["AWS_LAMBDA_FUNCTION_NAME"]);
        Assert.Equal("$LATEST", variables["AWS_LAMBDA_FUNCTION_VERSION"]);
        Assert.Equal("256", variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]);
        Assert.Equal("snap-start", variables["AWS_LAMBDA_INITIALIZATION_TYPE"]);
        Assert.Equal("/aws/lambda/todo-create", variables["AWS_LAMBDA_LOG_GROUP_NAME"]);
        Assert.Equal("eu-west-1", variables["AWS_REGION"]);
        Assert.Equal("eu-west-1", variables["AWS_DEFAULT_REGION"]);
        Assert.Equal(_folder, variables["LAMBDA_TASK_ROOT"]);
        Assert.Equal("todos", variables["TABLE"]);
        Assert.Equal("Europe/Berlin", variables["TZ"]);
        Assert.DoesNotContain("HOME", variables);
        Assert.DoesNotContain("AWS_EXECUTION_ENV", variables);
    }

    [Fact]
    public async Task A_function_starts_in_its_own_folder()
    {
        await using var function = Start("pwd");

        Assert.Equal(_folder, await function.Output.WaitForAsync("/").InTimeAsync());
    }

    [Fact]
    public async Task Sigterm_lets_a_function_end_itself()
    {
        await using var function = Start("""
            trap 'echo ending; exit 7' TERM
            echo started
            while true; do read -r -t 1 < /dev/zero; done
            """);
        await function.Output.WaitForAsync("started").InTimeAsync();

        function.Terminate();

        Assert.Equal(7, await function.Exited.InTimeAsync());
        Assert.Equal(["started", "ending"], function.Output.Lines);
    }

    [Fact]
    public async Task Sigkill_ends_a_function_that_does_not_listen()
    {
        await using var function = Start("""
            trap '' TERM
            echo started
            while true; do read -r -t 1 < /dev/zero; done
            """);
        await function.Output.WaitForAsync("started").InTimeAsync();

        function.Terminate();
        function.Kill();

        Assert.Equal(128 + 9, await function.Exited.InTimeAsync());
    }

    [Fact]
    public async Task Both_streams_are_kept_apart()
    {
        await using var function = Start("echo out; echo err >&2; exit 3");

        Assert.Equal(3, await function.Exited.InTimeAsync());
        Assert.Equal(["out"], function.Output.Lines);
        Assert.Equal(["err"], function.Error.Lines);
    }

    [Fact]
    public async Task Waiting_for_a_line_ends_with_the_stream()
    {
        await using var function = Start("echo something else");

        await Assert.ThrowsAsync<EndOfStreamException>(() => function.Output.WaitForAsync("never"));
    }

    [Fact]
    public void A_missing_executable_is_reported_at_once() =>
        Assert.Throws<Win32Exception>(() => FunctionProcess.Start(Path.Combine(_folder, "missing"), _emulator));

    private FunctionProcess Start(string script, FunctionProcessOptions? options = null)
    {
        var path = Path.Combine(_folder, "bootstrap");
        File.WriteAllText(path, $"#!/bin/bash\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return FunctionProcess.Start(path, _emulator, options);
    }
}
