using System.Net;

namespace Framework.HttpEvents;

/// <summary>Reads <c>X-Forwarded-For</c>. A client may send addresses of its own; a load balancer appends the one that it saw, with
/// or without a port.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html">Elastic Load
/// Balancing's documentation</see>.</remarks>
internal static class Forwarded
{
    /// <summary>The last address of the header; null where there is none.</summary>
    public static string? LastAddress(string? header)
    {
        var last = header.AsSpan(header is null ? 0 : header.LastIndexOf(',') + 1).Trim();
        return IPEndPoint.TryParse(last, out var endPoint) ? endPoint.Address.ToString() : null;
    }
}
