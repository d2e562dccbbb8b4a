using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Framework.Problems;

namespace Framework.Tokens;

/// <summary>The public keys of a region's load balancers, each read once. A stream of unknown ids does not make the service ask for
/// more than a few keys a minute, and does not keep it from a new key: the last read of a minute is for the id that was asked for
/// most often, which of made-up ids is none for long.</summary>
/// <param name="client">Reads them.</param>
/// <param name="server">The address that has them: each below it, under its id.</param>
/// <param name="clock">The time.</param>
internal sealed class LoadBalancerKeys(HttpClient client, Uri server, TimeProvider clock)
{
    private const int MaxKeys = 16;
    private const int MaxReads = 5;
    private const int MaxWaiting = 64;

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, ECDsa> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _waiting = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _began;
    private int _reads;

    /// <summary>Finds a key.</summary>
    /// <param name="id">Its id, which the client may have made up.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The key; null where there is none.</returns>
    /// <exception cref="ProblemException">The server does not respond.</exception>
    public async ValueTask<ECDsa?> FindAsync(string id, CancellationToken cancellation)
    {
        if (_keys.TryGetValue(id, out var known))
            return known;
        if (!Guid.TryParseExact(id, "D", out _) || !MayRead(id))
            return null;
        var key = await ReadAsync(id, cancellation);
        if (key is not null && _keys.Count < MaxKeys)
            _keys.TryAdd(id, key);
        return key;
    }

    private async Task<ECDsa?> ReadAsync(string id, CancellationToken cancellation)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(server, id), cancellation);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
                return null;
            response.EnsureSuccessStatusCode();
            var key = ECDsa.Create();
            key.ImportFromPem(await response.Content.ReadAsStringAsync(cancellation));
            return key;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return null;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new ProblemException(TokenAuthenticator.IssuerUnavailable, exception);
        }
    }

    private bool MayRead(string id)
    {
        lock (_lock)
        {
            if (_reads > 0 && clock.GetElapsedTime(_began) >= Span)
                _reads = 0;
            if (_reads == MaxReads || (_reads == MaxReads - 1 && !IsAskedForMost(id)))
                return false;
            _waiting.Remove(id);
            if (_reads++ == 0)
                _began = clock.GetTimestamp();
            return true;
        }
    }

    // Where more ids wait than are counted, each loses one (Misra and Gries): one that many requests name stays, those of one request
    // each go.
    private bool IsAskedForMost(string id)
    {
        if (_waiting.Count == MaxWaiting && !_waiting.ContainsKey(id))
        {
            foreach (var (known, count) in _waiting.ToArray())
            {
                if (count == 1)
                    _waiting.Remove(known);
                else
                    _waiting[known] = count - 1;
            }
            return false;
        }
        var times = _waiting[id] = _waiting.GetValueOrDefault(id) + 1;
        return times > 1 && times == _waiting.Values.Max();
    }
}
