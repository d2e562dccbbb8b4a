using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;
using Framework.Http;
using Framework.Identity;
using Framework.Json;
using Framework.Problems;
using Framework.Runtime;
using Framework.WebSockets;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Generated;

/// <summary>What generated code can reach while it serves one request.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class CallContext : IAsyncDisposable
{
    private readonly IServiceProvider _root;
    private IServiceScope? _scope;

    internal CallContext(Request request, Caller caller, Invocation invocation, IServiceProvider root, ResponseWriter writer)
    {
        Request = request;
        Caller = caller;
        Invocation = invocation;
        _root = root;
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
    public IServiceProvider Services => (_scope ??= _root.CreateScope()).ServiceProvider;

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

    // RFC 9110, section 9.3.4: in the response to a PUT a tag would be that of the request's body.
    private Response Tagged(Response response, long? version)
    {
        if (version is { } number && response.StatusCode is 200 or 201 && Request.Method != HttpMethods.Put)
            response.Headers["etag"] = EntityTags.Of(number);
        return response;
    }

    /// <summary>204.</summary>
    public static Response NoContent() => new(204);

    // What AsyncServiceScope does: a container's own scope ends asynchronously, another's may not.
#pragma warning disable CA1816 // Nothing that derives from it has a finalizer: its constructor is internal.
    ValueTask IAsyncDisposable.DisposeAsync()
#pragma warning restore CA1816
    {
        if (_scope is IAsyncDisposable scope)
            return scope.DisposeAsync();
        _scope?.Dispose();
        return ValueTask.CompletedTask;
    }
}
