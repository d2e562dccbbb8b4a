using System.Collections.Concurrent;
using System.Text.Json;

namespace Framework.Json;

/// <summary>Keeps one writer for each invocation that runs at the same time.</summary>
/// <param name="json">The service's JSON types, whose options say how text is escaped.</param>
internal sealed class ResponseWriterPool(JsonTypes json)
{
    private readonly ConcurrentBag<ResponseWriter> _free = [];
    private readonly JsonWriterOptions _options = new()
    {
        Encoder = json.Options.Encoder,
        Indented = json.Options.WriteIndented,
    };

    public ResponseWriter Take() => _free.TryTake(out var writer) ? writer : new ResponseWriter(_options, _free.Add);
}
