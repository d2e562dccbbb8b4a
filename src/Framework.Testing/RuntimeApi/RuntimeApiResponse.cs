using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Framework.Testing.RuntimeApi;

/// <summary>The Runtime API's own short responses.</summary>
internal static class RuntimeApiResponse
{
    private static readonly byte[] Ok = "{\"status\":\"OK\"}\n"u8.ToArray();

    public static Task Accepted(HttpResponse response) => Write(response, StatusCodes.Status202Accepted, Ok);

    public static Task InvalidRequestId(HttpResponse response) =>
        Refuse(response, StatusCodes.Status400BadRequest, "InvalidRequestID", "Invalid request ID");

    public static Task InvalidResponseMode(HttpResponse response) =>
        Refuse(response, StatusCodes.Status400BadRequest, "InvalidFunctionResponseMode", "Invalid function response mode");

    public static Task InvalidStateTransition(HttpResponse response) =>
        Refuse(response, StatusCodes.Status403Forbidden, "InvalidStateTransition", "State transition is not allowed");

    public static Task UnknownExtension(HttpResponse response) =>
        Refuse(response, StatusCodes.Status403Forbidden, "Extension.UnknownExtensionIdentifier", "Unknown extension identifier");

    public static Task TooLarge(HttpResponse response, int limit) =>
        Refuse(response, StatusCodes.Status413PayloadTooLarge, "RequestEntityTooLarge",
            $"Exceeded maximum allowed payload size ({limit} bytes).");

    private static Task Refuse(HttpResponse response, int status, string errorType, string errorMessage) =>
        Write(response, status, JsonSerializer.SerializeToUtf8Bytes(new { errorMessage, errorType }));

    private static Task Write(HttpResponse response, int status, byte[] body)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body).AsTask();
    }
}
