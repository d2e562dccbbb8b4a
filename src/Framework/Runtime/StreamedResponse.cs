using System.Text;

namespace Framework.Runtime;

/// <summary>The parts of a response in the Runtime API's streaming mode: HTTP chunks, and an error in the trailers.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming">
/// Lambda's documentation</see>.</remarks>
internal static class StreamedResponse
{
    /// <summary>The headers of the request that brings it. The content type says that a prelude with status and headers comes first.
    /// </summary>
    public const string Headers =
        "Content-Type: application/vnd.awslambda.http-integration-response\r\n"
        + "Lambda-Runtime-Function-Response-Mode: streaming\r\n"
        + "Transfer-Encoding: chunked\r\n"
        + $"Trailer: {ErrorType}, {ErrorBody}\r\n";

    // Go's HTTP server, on which the Runtime API is built, takes trailers of 4,096 bytes at most.
    private const int MaxError = 2400;

    private const string ErrorType = "Lambda-Runtime-Function-Error-Type";
    private const string ErrorBody = "Lambda-Runtime-Function-Error-Body";

    /// <summary>What ends a chunk.</summary>
    public static ReadOnlySpan<byte> ChunkEnd => "\r\n"u8;

    /// <summary>What ends the last chunk and the response.</summary>
    public static ReadOnlySpan<byte> LastEnd => "\r\n0\r\n\r\n"u8;

    /// <summary>What ends the response after a chunk that has its end.</summary>
    public static ReadOnlyMemory<byte> End { get; } = "0\r\n\r\n"u8.ToArray();

    /// <summary>What ends a response that failed. The error is in base64, for a trailer holds no line breaks.</summary>
    public static ReadOnlyMemory<byte> Trailers(RuntimeError error) => Encoding.UTF8.GetBytes(
        $"0\r\n{ErrorType}: {error.Type}\r\n{ErrorBody}: {Convert.ToBase64String(error.ToJson(MaxError))}\r\n\r\n");
}
