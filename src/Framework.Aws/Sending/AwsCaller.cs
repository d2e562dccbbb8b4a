using Framework.Aws.Signing;

namespace Framework.Aws.Sending;

/// <summary>Calls AWS services over HTTP: signs each attempt, and makes it again where it may succeed a moment later.</summary>
/// <param name="http">The HTTP client.</param>
/// <param name="identity">Who calls.</param>
/// <param name="clock">The clock of signatures, waits and time-outs.</param>
internal sealed class AwsCaller(HttpClient http, AwsIdentity identity, TimeProvider clock) : IDisposable
{
    /// <summary>How many attempts a call has.</summary>
    public const int MaxAttempts = 5;

    private const int FirstWait = 50;
    private const int LastWait = 400;

    /// <summary>How long an attempt may take.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Makes a call. Where a response was lost, the call may be applied twice.</summary>
    /// <returns>The response: a success, or the service's refusal.</returns>
    /// <exception cref="HttpRequestException">No attempt had a response, or the service throttled or failed each time.</exception>
    /// <exception cref="InvalidOperationException">The region or the credentials are not known.</exception>
    public async Task<AwsResponse> SendAsync(AwsCall call, CancellationToken cancellation)
    {
        var backoff = new Backoff(clock, MaxAttempts, FirstWait, LastWait);
        while (true)
        {
            HttpRequestException failure;
            try
            {
                var response = await AttemptAsync(call, cancellation);
                if (!response.IsTransient)
                    return response;
                failure = new HttpRequestException($"{call.Address.Host} could not serve the call: {response.Error}.", null, response.Status);
            }
            catch (Exception exception) when (IsLost(exception, cancellation))
            {
                failure = new HttpRequestException($"{call.Address.Host} gave no response: {Cause(exception)}", exception);
            }
            if (!await backoff.NextAsync(cancellation))
                throw failure;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<AwsResponse> AttemptAsync(AwsCall call, CancellationToken cancellation)
    {
        var credentials = await identity.CredentialsAsync(cancellation);
        using var request = SignatureVersion4.Sign(call, credentials, identity.Region, clock.GetUtcNow());
        using var limit = new CancellationTokenSource(AttemptTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
        return new AwsResponse(
            response.StatusCode,
            ErrorType(response),
            await response.Content.ReadAsByteArrayAsync(cancellation));
    }

    // The name may have the address of its documentation after it.
    private static string? ErrorType(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-amzn-ErrorType", out var types) && types.First().Split(':')[0] is { Length: > 0 } name
            ? name
            : null;

    private static bool IsLost(Exception exception, CancellationToken cancellation) =>
        exception is HttpRequestException or IOException
        || (exception is OperationCanceledException && !cancellation.IsCancellationRequested);

    private static string Cause(Exception exception) => exception is OperationCanceledException
        ? $"it took longer than {AttemptTimeout.TotalSeconds} seconds."
        : exception.Message;
}
