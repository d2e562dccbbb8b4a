using System.Text.Json;
using Framework.Testing.RuntimeApi;

namespace Framework.Benchmarks;

/// <summary>A running candidate that serves POST /todos.</summary>
internal sealed class FunctionUnderTest : IAsyncDisposable
{
    private readonly byte[] _event;
    private readonly RuntimeApiEmulator _emulator;
    private readonly FunctionProcess _process;

    private FunctionUnderTest(RuntimeApiEmulator emulator, FunctionProcess process, byte[] request) =>
        (_emulator, _process, _event) = (emulator, process, request);

    /// <summary>The event of the plain function.</summary>
    public static byte[] Event { get; } = ReadEvent();

    public ProcessCounters Counters => new(_process.Id);

    public static FunctionUnderTest Start(
        Candidate candidate, RuntimeApiEmulator emulator, params IEnumerable<KeyValuePair<string, string>> environment) =>
        new(emulator, FunctionProcess.Start(candidate.Path, emulator, new()
        {
            Handler = "CreateTodo",
            Environment = environment.Concat(candidate.Environment).DistinctBy(variable => variable.Key).ToDictionary(),
        }), candidate.Event);

    public async Task InvokeAsync(int times)
    {
        for (var i = 0; i < times; i++)
            Check(await _emulator.InvokeAsync(_event));
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    /// <summary>A figure for a wrong response would be worth nothing.</summary>
    private static void Check(RuntimeApiResult result)
    {
        using var response = JsonDocument.Parse(result.Error is null ? result.Payload : result.Error.Body);
        if (result.Error is not null || response.RootElement.GetProperty("statusCode").GetInt32() != 201)
            throw new InvalidOperationException($"The function did not create the todo: {response.RootElement}");
    }

    private static byte[] ReadEvent()
    {
        using var stream = typeof(FunctionUnderTest).Assembly.GetManifestResourceStream("create-todo.json")!;
        using var indented = JsonDocument.Parse(stream);
        return JsonSerializer.SerializeToUtf8Bytes(indented);
    }
}
