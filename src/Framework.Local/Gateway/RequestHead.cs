using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Framework.Local.Gateway;

/// <summary>How large a request line and headers are, in bytes.</summary>
internal static class RequestHead
{
    /// <summary>The request line, <c>GET /todos HTTP/1.1</c>.</summary>
    public static int Line(HttpRequest request) =>
        Encoding.UTF8.GetByteCount(request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget)
        + request.Method.Length + request.Protocol.Length + 2;

    /// <summary>The values of all headers.</summary>
    public static int Values(HttpRequest request) => request.Headers.Sum(header => header.Value.Sum(Bytes));

    /// <summary>All headers, each a line.</summary>
    public static int Headers(HttpRequest request) => Lines(request).Sum();

    /// <summary>The longest header.</summary>
    public static int LongestHeader(HttpRequest request) => Lines(request).DefaultIfEmpty(0).Max();

    private static IEnumerable<int> Lines(HttpRequest request) =>
        request.Headers.SelectMany(header => header.Value, (header, value) => $"{header.Key}: \r\n".Length + Bytes(value));

    private static int Bytes(string? value) => Encoding.UTF8.GetByteCount(value ?? "");
}
