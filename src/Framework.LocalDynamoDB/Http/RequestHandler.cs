using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Hashing;
using System.Text.Json;
using System.Text.Unicode;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Storage;
using Microsoft.AspNetCore.Http;

namespace Framework.LocalDynamoDB.Http;

/// <summary>Turns the bytes of one HTTP request into the bytes of its response, as the service's endpoint does.</summary>
/// <param name="operationsOf">The operations for the tables that a caller sees.</param>
/// <param name="signatures">Checks signatures, where they are checked.</param>
internal sealed class RequestHandler(Func<Credential, OperationTable> operationsOf, SignatureCheck? signatures = null)
{
    private const int MaxRequestSize = 16 * 1024 * 1024;

    private long _requests;

    /// <summary>Throws where the caller may not call the operation: the access key, the operation, the request.</summary>
    public Action<string, string, JsonElement>? Authorize { get; init; }

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.Server = "Server";
        context.Response.Headers["x-amzn-RequestId"] = RequestId.Create(Interlocked.Increment(ref _requests));
        using var response = new ResponseBuffer();
        int statusCode;
        try
        {
            using var sent = await RequestBody.ReadAsync(context.Request, MaxRequestSize, context.RequestAborted);
            using var body = sent is null
                ? null
                : await sent.DecodeAsync(context.Request.Headers.ContentEncoding.ToString(), MaxRequestSize, context.RequestAborted);
            if (sent is null || body is null)
            {
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                await context.Response.StartAsync(context.RequestAborted);
                return;
            }

            if (await PlainResponses.TryRespondAsync(context, body.Bytes.Length > 0))
                return;
            statusCode = Respond(context.Request, sent.Bytes, body.Bytes, response);
        }
        catch (InvalidDataException)
        {
            // For a body that cannot be decompressed, the service reports an internal error.
            statusCode = WriteError(response, DynamoDBException.Internal("Internal server error"));
        }

        response.Json.Flush();
        await SendAsync(context, statusCode, response.Written);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The client gets a readable error for every failure.")]
    private int Respond(HttpRequest request, ReadOnlyMemory<byte> sent, ReadOnlyMemory<byte> body, ResponseBuffer response)
    {
        try
        {
            using var document = Parse(body);
            if (document is not null)
                JsonText.Check(body.Span, document.RootElement);
            var target = request.Headers["X-Amz-Target"].ToString();
            if (!ApiOperations.Has(target))
                throw DynamoDBException.Protocol("UnknownOperationException");
            var authorization = Authorization.Read(request);
            signatures?.Check(request, authorization, sent.Span);
            var operation = operationsOf(authorization.Credential).Find(target);
            if (document is null)
                throw DynamoDBException.Serialization();
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw DynamoDBException.Serialization("Unexpected value type in payload");
            Authorize?.Invoke(authorization.Credential.AccessKeyId, target[(target.IndexOf('.', StringComparison.Ordinal) + 1)..], document.RootElement);
            operation.Run(document.RootElement, request.Host.ToString(), response.Json);
            return StatusCodes.Status200OK;
        }
        catch (DynamoDBException exception)
        {
            return WriteError(response, exception);
        }
        catch (LocalDataException exception)
        {
            return WriteError(response, DynamoDBException.Internal(exception.Message));
        }
        catch (StorageException exception)
        {
            return WriteError(response, DynamoDBException.Internal(exception.IsCorruption
                ? "The data file of the local DynamoDB is damaged. Stop, delete the file, and start again."
                : $"The data file of the local DynamoDB cannot be used: {exception.Message}"));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return WriteError(response, DynamoDBException.Internal(
                $"The local DynamoDB failed: {exception.GetType().Name}: {exception.Message}"));
        }
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return null;
        if (!Utf8.IsValid(body.Span))
            throw DynamoDBException.Serialization();
        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 512 });
        }
        catch (JsonException)
        {
            throw DynamoDBException.Serialization();
        }
    }

    private static int WriteError(ResponseBuffer response, DynamoDBException exception)
    {
        response.Clear();
        response.Json.WriteStartObject();
        response.Json.WriteString("__type", exception.Type);
        if (exception.Text is { } text)
            response.Json.WriteString(exception.MessageMember, text);
        exception.Details?.Invoke(response.Json);
        response.Json.WriteEndObject();
        return exception.StatusCode;
    }

    private static async Task SendAsync(HttpContext context, int statusCode, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = statusCode;
        response.ContentType = ContentTypeOf(context.Request);
        // Of several headers the service reads the first.
        if (body.Length > ContentCoding.Threshold
            && ContentCoding.Choose(context.Request.Headers.AcceptEncoding.FirstOrDefault()) is { } coding)
        {
            response.Headers.ContentEncoding = coding;
            body = ContentCoding.Compress(coding, body.Span);
        }

        response.ContentLength = body.Length;
        response.Headers["x-amz-crc32"] = Crc32.HashToUInt32(body.Span).ToString(CultureInfo.InvariantCulture);
        await response.BodyWriter.WriteAsync(body);
    }

    private static string ContentTypeOf(HttpRequest request) =>
        PlainResponses.MediaType(request) == PlainResponses.AmazonJson ? PlainResponses.AmazonJson : "application/json";
}
