using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Gateway;

/// <summary>Ids in the shapes that AWS gives them.</summary>
internal static class TraceIds
{
    private const string Header = "x-amzn-trace-id";

    /// <summary>A request id as the gateway writes it: <c>JKJaXmPLvHcESHA=</c>.</summary>
    public static string NewRequestId()
    {
        Span<byte> bytes = stackalloc byte[11];
        RandomNumberGenerator.Fill(bytes);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>The caller's trace where it sent one, else a new one: <c>Root=1-5e6722a7-cc56f1a9e46db7ae02d4da47</c>.
    /// </summary>
    public static string Continue(HttpRequest request, DateTimeOffset time)
    {
        var sent = request.Headers[Header].ToString();
        return sent.Contains("Root=", StringComparison.Ordinal)
            ? sent
            : string.Create(
                CultureInfo.InvariantCulture, $"Root=1-{time.ToUnixTimeSeconds():x8}-{RandomNumberGenerator.GetHexString(24, true)}");
    }

    /// <summary>The trace as Lambda passes it to the function, with a segment of its own; none is sampled.</summary>
    public static string ForFunction(string traceId) => traceId.Contains("Parent=", StringComparison.Ordinal)
        ? traceId
        : $"{traceId};Parent={RandomNumberGenerator.GetHexString(16, true)};Sampled=0";
}
