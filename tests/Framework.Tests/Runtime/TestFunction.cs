using System.Text.Json;
using Framework.Testing.RuntimeApi;
using Framework.Tests.Service;

namespace Framework.Tests.Runtime;

/// <summary>The executable of Framework.Tests.Lambda, as a process of its own.</summary>
internal static class TestFunction
{
    public static string Assembly { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory.Replace("Framework.Tests", "Framework.Tests.Lambda", StringComparison.Ordinal),
        "Framework.Tests.Lambda.dll"));

    public static FunctionProcess Start(
        RuntimeApiEmulator emulator, string initializationType = "on-demand", params (string Name, string Value)[] environment) =>
        FunctionProcess.Start(Assembly, emulator, new FunctionProcessOptions
        {
            Handler = "Framework.Tests.Lambda",
            InitializationType = initializationType,
            Environment = environment.ToDictionary(variable => variable.Name, variable => variable.Value),
        });

    public static byte[] Get(string path) => new HttpApiEvent("GET", path).ToJson();

    public static async Task<JsonElement> LookAsync(RuntimeApiEmulator emulator, string path = "/look", string? requestId = null)
    {
        var result = await emulator.InvokeAsync(Get(path), new InvocationOptions { RequestId = requestId });
        Assert.Null(result.Error);
        return Body(result.Payload);
    }

    public static JsonElement Body(ReadOnlyMemory<byte> response) => JsonElement.Parse(
        JsonElement.Parse(response.Span).GetProperty("body").GetString()!);

    /// <summary>The messages that the service logged, in order.</summary>
    public static IEnumerable<string?> Messages(FunctionProcess function) => function.Output.Lines
        .Select(line => JsonElement.Parse(line))
        .Where(line => line.TryGetProperty("message", out _))
        .Select(line => line.GetProperty("message").GetString());
}
