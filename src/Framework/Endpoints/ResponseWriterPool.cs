using System.Collections.Concurrent;

namespace Framework.Endpoints;

/// <summary>Keeps as many writers as invocations run at once.</summary>
internal sealed class ResponseWriterPool
{
    private readonly ConcurrentBag<ResponseWriter> _free = [];

    public ResponseWriter Take() => _free.TryTake(out var writer) ? writer : new ResponseWriter(_free.Add);
}
