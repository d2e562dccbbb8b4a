using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Framework.Http;
using Framework.Identity;
using Framework.Json;
using Framework.Problems;
using Framework.Runtime;
using Framework.Streaming;
using Framework.WebSockets;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Generated;

/// <summary>What generated code can reach while it serves one request.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class CallContext : IAsyncDisposable
{
    // The root of the services; once they are asked for, a scope of it.
    private object _services;
    private StreamedCall? _stream;

    internal CallContext(Request request, Caller caller, Invocation invocation, IServiceProvider root, ResponseWriter writer)
    {
        Request = request;
        Caller = caller;
        Invocation = invocation;
        _services = root;
        Writer = writer;
    }

    /// <summary>The request.</summary>
    public Request Request { get; }

    /// <summary>Who calls.</summary>
    public Caller Caller { get; }

    /// <summary>The Lambda invocation.</summary>
    public Invocation Invocation { get; }

    /// <summary>The connection of a WebSocket API that the event belongs to.</summary>
    /// <exception cref="InvalidOperationException">It is an HTTP request, which has none.</exception>
    public virtual Connection Connection => throw new InvalidOperationException("An HTTP request has no connection of a WebSocket API.");

    /// <summary>The services of this invocation's own scope, made when first asked for.</summary>
    public IServiceProvider Services => (_services as IServiceScope ?? BeginScope()).ServiceProvider;

    /// <summary>Fires shortly before the Lambda deadline.</summary>
    public CancellationToken Cancellation => Invocation.Cancellation;

    /// <summary>Writes responses of this invocation.</summary>
    internal ResponseWriter Writer { get; }

    /// <summary>200 with a JSON value; 404 where there is none.</summary>
    public Response Ok<T>(T? value, JsonTypeInfo<T> type) =>
        value is null ? Writer.Problem(KnownProblems.NotFound) : Writer.Json(200, value, type);

    /// <summary>200 with a JSON value and the tag of its version; 404 where there is none.</summary>
    public Response Ok<T>(T? value, JsonTypeInfo<T> type, long? version) => Tagged(Ok(value, type), version);

    /// <summary>A result's status, headers and JSON value; 404 where there is none.</summary>
    public Response Result<T>(JsonResult<T>? result, JsonTypeInfo<T> type) => Result(result, type, null);

    /// <summary>A result's status, headers, JSON value and the tag of its version; 404 where there is none.</summary>
    public Response Result<T>(JsonResult<T>? result, JsonTypeInfo<T> type, long? version) => result is null
        ? Writer.Problem(KnownProblems.NotFound)
        : result.Complete(Tagged(Writer.Json(result.StatusCode, result.Value, type), version));

    /// <summary>A result's status and headers, and the body that it brings; 404 where there is none.</summary>
    public Response Result(HttpResult? result) => result?.ToResponse() ?? Writer.Problem(KnownProblems.NotFound);

    /// <summary>200 with a JSON array; 404 where there is none.</summary>
    public ValueTask<Response> StreamAsync<T>(IAsyncEnumerable<T>? items, JsonTypeInfo<T> type) => items is null
        ? new(Writer.Problem(KnownProblems.NotFound))
        : StreamAsync(new JsonArrayBody<T>(items, type, Writer.Options, Cancellation), null);

    /// <summary>200 with lines of JSON; 404 where there is none.</summary>
    public ValueTask<Response> StreamAsync<T>(Ndjson<T>? result, JsonTypeInfo<T> type) => result is null
        ? new(Writer.Problem(KnownProblems.NotFound))
        : StreamAsync(new NdjsonBody<T>(result.Items, type, Writer.Options, Cancellation), result);

    /// <summary>200 with events whose data is JSON; 404 where there is none.</summary>
    public ValueTask<Response> StreamAsync<T>(ServerSentEvents<T>? result, JsonTypeInfo<T> type)
    {
        if (result is null)
            return new(Writer.Problem(KnownProblems.NotFound));
        Utf8JsonWriter? json = null;
        return StreamAsync(new EventsBody<T>(result.Events, WriteData, Cancellation), result);

        void WriteData(IBufferWriter<byte> output, T data)
        {
            output.Write("data: "u8);
            JsonLine.Write(ref json, output, data, type, Writer.Options);
            output.Write("\n"u8);
        }
    }

    /// <summary>200 with events whose data is text; 404 where there is none.</summary>
    public ValueTask<Response> StreamAsync(ServerSentEvents<string>? result) => result is null
        ? new(Writer.Problem(KnownProblems.NotFound))
        : StreamAsync(new EventsBody<string>(result.Events, EventsBody<string>.WriteText, Cancellation), result);

    /// <summary>200 with the bytes of a stream; 404 where there is none.</summary>
    public ValueTask<Response> StreamAsync(FileStreamResult? result) => result is null
        ? new(Writer.Problem(KnownProblems.NotFound))
        : StreamAsync(new ContentBody(result.Content, MediaType.IsText(result.ContentType), Cancellation), result);

    /// <summary>Disposes a handler when its response is sent: it makes the items until then.</summary>
    public void Keep(object handler) => (_stream ??= new()).Handler = handler;

    // What fails before the first piece is a response of its own, since nothing is sent by then.
    private async ValueTask<Response> StreamAsync(StreamedBody body, HttpResult? result)
    {
        (_stream ??= new()).Body = body;
        if (!Request.IsStreamed)
            return Described(await Writer.CollectAsync(body, LambdaLimits.MaxResponseBytes) ?? throw new ProblemException(KnownProblems.ResponseTooLarge), result);
        await body.AdvanceAsync();
        return Described(new Response(200) { Stream = body, IsText = body.IsText }, result);
    }

    private static Response Described(Response response, HttpResult? result)
    {
        response.Headers["content-type"] = "application/json";
        return result?.Complete(response) ?? response;
    }

    // RFC 9110, section 9.3.4: in the response to a PUT a tag would be that of the request's body.
    private Response Tagged(Response response, long? version)
    {
        if (version is { } number && response.StatusCode is 200 or 201 && Request.Method != HttpMethods.Put)
            response.Headers["etag"] = EntityTags.Of(number);
        return response;
    }

    /// <summary>204.</summary>
    public static Response NoContent() => new(204);

    /// <summary>Goes on until a response is sent, where it is made while it is sent.</summary>
    internal void KeepFor(Response response)
    {
        if (response.Stream is { } body)
            (body.End, _stream!.IsKept) = (EndAsync, true);
    }

    // The items end first, for the handler makes them, and the handler has its services from the scope.
    private async ValueTask EndAsync()
    {
        try
        {
            await EndAsync(_stream!.Body);
        }
        finally
        {
            try
            {
                await EndAsync(_stream!.Handler);
            }
            finally
            {
                await EndAsync(_services as IServiceScope);
            }
        }
    }

#pragma warning disable CA1816 // Nothing that derives from it has a finalizer: its constructor is internal.
    ValueTask IAsyncDisposable.DisposeAsync()
#pragma warning restore CA1816
    {
        if (_stream is null)
            return EndAsync(_services as IServiceScope);
        return _stream.IsKept ? ValueTask.CompletedTask : EndAsync();
    }

    private IServiceScope BeginScope()
    {
        var scope = ((IServiceProvider)_services).CreateScope();
        _services = scope;
        return scope;
    }

    // What AsyncServiceScope does: a container's own scope ends asynchronously, another's may not.
    private static ValueTask EndAsync(object? owned)
    {
        if (owned is IAsyncDisposable end)
            return end.DisposeAsync();
        (owned as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }

    // What few calls have.
    private sealed class StreamedCall
    {
        public StreamedBody? Body { get; set; }

        public object? Handler { get; set; }

        public bool IsKept { get; set; }
    }
}
