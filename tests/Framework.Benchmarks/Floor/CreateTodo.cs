using System.Buffers;
using System.Text.Json;

namespace Framework.Benchmarks.Floor;

/// <summary>Reads an HTTP API payload 2.0 event, writes a 2.0 response.</summary>
internal sealed class CreateTodo : IDisposable
{
    private static readonly Dictionary<string, string> Json = new() { ["content-type"] = "application/json" };
    private static readonly Dictionary<string, string> Problem = new() { ["content-type"] = "application/problem+json" };
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly Utf8JsonWriter _writer;

    public CreateTodo() => _writer = new(_bytes);

    /// <summary>The span lives until the next call.</summary>
    public ReadOnlySpan<byte> Handle(ReadOnlySpan<byte> payload)
    {
        var response = Respond(JsonSerializer.Deserialize(payload, FloorJson.Default.Event)!);
        _bytes.ResetWrittenCount();
        _writer.Reset();
        JsonSerializer.Serialize(_writer, response, FloorJson.Default.Response);
        return _bytes.WrittenSpan;
    }

    public void Dispose() => _writer.Dispose();

    private static Response Respond(Event request)
    {
        TodoInput? input;
        try
        {
            input = request.IsBase64Encoded
                ? JsonSerializer.Deserialize(Convert.FromBase64String(request.Body ?? ""), FloorJson.Default.TodoInput)
                : JsonSerializer.Deserialize(request.Body ?? "", FloorJson.Default.TodoInput);
        }
        catch (JsonException)
        {
            return Invalid("", "must be JSON");
        }
        if (string.IsNullOrWhiteSpace(input?.Title))
            return Invalid("title", "must not be empty");
        if (input.Title.Length > 200)
            return Invalid("title", "must be 200 characters or fewer");
        if (input.Priority is < 1 or > 5)
            return Invalid("priority", "must be between 1 and 5");
        var todo = new Todo(Guid.NewGuid(), input.Title.Trim(), input.Priority, Completed: false);
        return new(201, Json, JsonSerializer.Serialize(todo, FloorJson.Default.Todo));
    }

    private static Response Invalid(string field, string message)
    {
        var problem = new Problem("The request is not valid.", 400, new() { [field] = [message] });
        return new(400, Problem, JsonSerializer.Serialize(problem, FloorJson.Default.Problem));
    }
}
