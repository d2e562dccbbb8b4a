namespace Framework.Testing.RuntimeApi;

/// <summary>How an invocation ended.</summary>
public sealed record RuntimeApiResult
{
    /// <summary>The id under which the runtime received the event.</summary>
    public required string RequestId { get; init; }

    /// <summary>The response's bytes; empty when the function failed before it responded.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The response's content type, as the runtime sent it.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether the runtime responded with <c>Lambda-Runtime-Function-Response-Mode: streaming</c>.</summary>
    public bool Streamed { get; init; }

    /// <summary>
    /// The error that the function reported; null when it responded. Where a streamed response broke off, this is the error of its
    /// trailers, and <see cref="Payload"/> holds the bytes that came before.
    /// </summary>
    public RuntimeApiError? Error { get; init; }
}
