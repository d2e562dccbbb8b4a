using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Hashing;
using System.Text.Json;
using System.Text.Unicode;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Storage;
using Microsoft.AspNetCore.Http;

namespace Framework.LocalDynamoDB.Http;

/// <summary>One HTTP request from bytes to bytes, as the service's endpoint answers it.</summary>
/// <param name="operationsOf">The operations on what a caller sees.</param>
/// <param name="signatures">Checks signatures, where they are checked.</param>
internal sealed class RequestHandler(Func<Credential, OperationTable> operationsOf, SignatureCheck? signatures = null)
{
    private const int MaxRequestSize = 16 * 1024 * 1024;

    private long _requests;

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.Server = "Server";
        context.Response.Headers["x-amzn-RequestId"] = RequestId.Create(Interlocked.Increment(ref _requests));
        using var reply = new ReplyBuffer();
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

            if (await PlainAnswers.TryAnswerAsync(context, body.Bytes.Length > 0))
                return;
            statusCode = Answer(context.Request, sent.Bytes, body.Bytes, reply);
        }
        catch (InvalidDataException)
        {
            // The service calls a body that cannot be decompressed a failure of its own.
            statusCode = WriteError(reply, DynamoDBException.Internal("Internal server error"));
        }

        reply.Json.Flush();
        await SendAsync(context, statusCode, reply.Written);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The client gets an error it can read, whatever failed.")]
    private int Answer(HttpRequest request, ReadOnlyMemory<byte> sent, ReadOnlyMemory<byte> body, ReplyBuffer reply)
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
            operation.Run(document.RootElement, request.Host.ToString(), reply.Json);
            return StatusCodes.Status200OK;
        }
        catch (DynamoDBException exception)
        {
            return WriteError(reply, exception);
        }
        catch (LocalDataException exception)
        {
            return WriteError(reply, DynamoDBException.Internal(exception.Message));
        }
        catch (StorageException exception)
        {
            return WriteError(reply, DynamoDBException.Internal(exception.IsCorruption
                ? "The data file of the local DynamoDB is damaged. Stop, delete the file, and start again."
                : $"The data file of the local DynamoDB cannot be used: {exception.Message}"));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return WriteError(reply, DynamoDBException.Internal(
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

    private static int WriteError(ReplyBuffer reply, DynamoDBException exception)
    {
        reply.Clear();
        reply.Json.WriteStartObject();
        reply.Json.WriteString("__type", exception.Type);
        if (exception.Text is { } text)
            reply.Json.WriteString(exception.MessageMember, text);
        exception.Details?.Invoke(reply.Json);
        reply.Json.WriteEndObject();
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
        PlainAnswers.MediaType(request) == PlainAnswers.AmazonJson ? PlainAnswers.AmazonJson : "application/json";
}
