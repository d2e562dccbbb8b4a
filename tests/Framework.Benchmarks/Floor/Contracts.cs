using System.Text.Json.Serialization;

namespace Framework.Benchmarks.Floor;

internal sealed record Event(string? Body, bool IsBase64Encoded);

internal sealed record Response(int StatusCode, Dictionary<string, string> Headers, string Body);

internal sealed record TodoInput(string? Title, int Priority);

internal sealed record Todo(Guid Id, string Title, int Priority, bool Completed);

internal sealed record Problem(string Title, int Status, Dictionary<string, string[]> Errors);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(Response))]
[JsonSerializable(typeof(TodoInput))]
[JsonSerializable(typeof(Todo))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class FloorJson : JsonSerializerContext;
