using System.Globalization;
using System.IO.Hashing;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Framework.Aws.Sending;
using Framework.Aws.Signing;
using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Wire;

/// <summary>Makes calls of DynamoDB: signs each attempt, and repeats it as the SDK's standard mode does.</summary>
/// <param name="http">The HTTP client.</param>
/// <param name="settings">Where and as whom.</param>
/// <param name="clock">The clock of signatures and waits.</param>
internal sealed class WireCaller(HttpClient http, WireSettings settings, TimeProvider clock) : IDisposable
{
    private const string Prefix = "DynamoDB_20120810.";
    private const int FirstWait = 25;
    private const int LastWait = 20_000;

    // A clock that is less late or early does not make a signature invalid.
    private static readonly TimeSpan LeastSkew = TimeSpan.FromMinutes(4);

    private readonly RetryBudget? _budget = settings.HasBudget ? new() : null;
    private long _skewTicks;

    private DateTimeOffset Now => clock.GetUtcNow().AddTicks(Interlocked.Read(ref _skewTicks));

    public async Task<T> SendAsync<T>(
        string operation, ReadOnlyMemory<byte> body, IAttempt? attempt, ValueReader<T> read, CancellationToken cancellation)
    {
        var backoff = new Backoff(clock, settings.MaxAttempts, FirstWait, LastWait);
        var cost = 0;
        while (true)
        {
            Exception failure;
            try
            {
                if (attempt is not null)
                    attempt.Unrefused++;
                using var response = await SendAsync(operation, body, cancellation);
                var content = await ContentAsync(response, cancellation);
                if (response.IsSuccessStatusCode)
                {
                    var result = Read(content, read);
                    _budget?.Give(cost);
                    return result;
                }
                var error = ServiceError.Read(response.StatusCode, content, RequestId(response));
                if (attempt is not null && error.IsRefusal)
                    attempt.Unrefused--;
                failure = error.ToException();
                if (!error.IsTransient && !(error.IsOfClock && Correct(response)))
                    throw failure;
            }
            catch (Exception exception) when (IsLost(exception, cancellation))
            {
                failure = exception;
            }
            if ((_budget is not null && (cost = _budget.Take(failure is OperationCanceledException)) == 0)
                || !await backoff.NextAsync(cancellation))
                ExceptionDispatchInfo.Throw(failure);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(string operation, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var credentials = await settings.Identity.CredentialsAsync(cancellation);
        var call = new AwsCall("dynamodb", HttpMethod.Post, settings.Endpoint)
        {
            Headers = [new("x-amz-target", Prefix + operation)],
            ContentType = "application/x-amz-json-1.0",
            Body = body,
        };
        using var request = SignatureVersion4.Sign(call, credentials, settings.Identity.Region, Now);
        // Not signed: what is between may change it.
        if (settings.TraceId is { } trace)
            request.Headers.TryAddWithoutValidation("x-amzn-trace-id", trace);
        return await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
    }

    private static async Task<byte[]> ContentAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var content = await response.Content.ReadAsByteArrayAsync(cancellation);
        return Header(response, "x-amz-crc32") is not { } text
            || (uint.TryParse(text, CultureInfo.InvariantCulture, out var sum) && sum == Crc32.HashToUInt32(content))
            ? content
            : throw new IOException("The checksum of DynamoDB's response is wrong.");
    }

    private static T Read<T>(byte[] content, ValueReader<T> read)
    {
        try
        {
            var json = new Utf8JsonReader(content, new JsonReaderOptions { MaxDepth = 256 });
            return json.Read() && json.TokenType == JsonTokenType.StartObject
                ? read(ref json)
                : throw new IOException("DynamoDB's response is no JSON object.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new IOException("DynamoDB's response cannot be read.", exception);
        }
    }

    // The response says what time it is there.
    private bool Correct(HttpResponseMessage response)
    {
        if (response.Headers.Date is not { } theirs)
            return false;
        var isLate = (theirs - Now).Duration() > LeastSkew;
        if (isLate)
            Interlocked.Exchange(ref _skewTicks, (theirs - clock.GetUtcNow()).Ticks);
        return isLate;
    }

    private static string? RequestId(HttpResponseMessage response) => Header(response, "x-amzn-RequestId");

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.First() : null;

    private static bool IsLost(Exception exception, CancellationToken cancellation) =>
        exception is HttpRequestException or IOException
        || (exception is OperationCanceledException && !cancellation.IsCancellationRequested);
}
