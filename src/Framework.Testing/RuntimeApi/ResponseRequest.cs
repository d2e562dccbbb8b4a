using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Framework.Testing.RuntimeApi;

/// <summary>The request in which a runtime sends its response to an event.</summary>
internal static class ResponseRequest
{
    /// <summary>6 MiB and 100 bytes: Lambda's limit for a buffered response.</summary>
    public const int MaxLength = 6 * 1024 * 1024 + 100;

    private const string ModeHeader = "Lambda-Runtime-Function-Response-Mode";
    private const string ErrorBodyTrailer = "Lambda-Runtime-Function-Error-Body";

    public static async Task<(RuntimeApiResult Result, ResponseRefusal Refusal)> ReadAsync(
        HttpRequest request, string requestId)
    {
        var mode = request.Headers[ModeHeader].ToString();
        var result = new RuntimeApiResult
        {
            RequestId = requestId,
            ContentType = request.ContentType,
            Streamed = mode == "streaming",
        };
        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body);
        }
        catch (Exception exception) when (exception is IOException or BadHttpRequestException)
        {
            return (Fail(result, "Runtime.TruncatedResponse", "The response broke off."), ResponseRefusal.None);
        }
        if (mode is not ("" or "streaming"))
            return (Fail(result, "Runtime.InvalidResponseModeHeader", $"Unknown mode '{mode}'."), ResponseRefusal.InvalidMode);
        if (!result.Streamed && body.Length > MaxLength)
            return (Fail(result, "Function.ResponseSizeTooLarge", string.Create(CultureInfo.InvariantCulture,
                $"Response payload size ({body.Length} bytes) exceeded maximum allowed payload size ({MaxLength} bytes).")),
                ResponseRefusal.TooLarge);
        return (result with { Payload = body.ToArray(), Error = TrailerError(request) }, ResponseRefusal.None);
    }

    private static RuntimeApiError? TrailerError(HttpRequest request)
    {
        // A request without a body has none, and asking for one throws.
        if (!request.CheckTrailersAvailable() || request.GetTrailer(ErrorRequest.TypeHeader).ToString() is not { Length: > 0 } type)
            return null;
        var encoded = request.GetTrailer(ErrorBodyTrailer).ToString();
        var body = new byte[encoded.Length];
        return new(type, Convert.TryFromBase64String(encoded, body, out var length) ? body.AsMemory(0, length) : default);
    }

    private static RuntimeApiResult Fail(RuntimeApiResult result, string type, string message) =>
        result with { Error = RuntimeApiError.Of(type, message) };
}
