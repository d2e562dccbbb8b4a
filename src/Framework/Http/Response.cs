using System.Text;

namespace Framework.Http;

/// <summary>An HTTP response. A handler that needs more than its result types say returns one of its own.</summary>
/// <param name="statusCode">The status code, 200 to 599.</param>
public sealed class Response(int statusCode)
{
    private ResponseParts? _parts;

    /// <summary>The status code.</summary>
    public int StatusCode { get; } = statusCode is >= 200 and <= 599
        ? statusCode
        : throw new ArgumentOutOfRangeException(nameof(statusCode), statusCode, "A status code is 200 to 599.");

    /// <summary>The headers.</summary>
    public ResponseHeaders Headers { get; } = new();

    /// <summary>The cookies, each a whole <c>Set-Cookie</c> value; they are never joined. One with a line break or another
    /// control character is refused with an <see cref="ArgumentException"/>.</summary>
    public IList<string> Cookies => (_parts ??= new()).Cookies;

    /// <summary>The body's bytes.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body is UTF-8 text; other bytes travel in base64.</summary>
    public bool IsText { get; init; } = true;

    /// <summary>Sets a cookie.</summary>
    /// <param name="cookie">The cookie.</param>
    /// <exception cref="InvalidOperationException">Browsers refuse the cookie, because its attributes contradict each other or the
    /// prefix of its name.</exception>
    public void SetCookie(ResponseCookie cookie)
    {
        ArgumentNullException.ThrowIfNull(cookie);
        Cookies.Add(cookie.ToHeader());
    }

    /// <summary>What is sent in place of <see cref="Body"/>, while it is made; null for a whole body.</summary>
    internal StreamedBody? Stream { get => _parts?.Stream; init => _parts = new ResponseParts { Stream = value }; }

    internal bool HasCookies => _parts is { Cookies.Count: > 0 };

    /// <summary>A response with the same headers and cookies.</summary>
    internal Response With(int otherStatus, ReadOnlyMemory<byte> body, bool isText)
    {
        var response = new Response(otherStatus) { Body = body, IsText = isText };
        foreach (var header in Headers)
            response.Headers[header.Name] = header.Value;
        foreach (var cookie in _parts?.Cookies ?? [])
            response.Cookies.Add(cookie);
        return response;
    }

    /// <summary>A response with text.</summary>
    /// <param name="statusCode">The status code.</param>
    /// <param name="text">The body.</param>
    /// <param name="mediaType">The media type, without a charset.</param>
    public static Response Text(int statusCode, string text, string mediaType = "text/plain") =>
        Bytes(statusCode, Encoding.UTF8.GetBytes(text), $"{mediaType}; charset=utf-8", isText: true);

    /// <summary>A response with bytes.</summary>
    /// <param name="statusCode">The status code.</param>
    /// <param name="bytes">The body.</param>
    /// <param name="mediaType">The whole content type.</param>
    /// <param name="isText">Whether the bytes are UTF-8 text.</param>
    public static Response Bytes(int statusCode, ReadOnlyMemory<byte> bytes, string mediaType, bool isText = false)
    {
        var response = new Response(statusCode) { Body = bytes, IsText = isText };
        response.Headers["content-type"] = mediaType;
        return response;
    }
}
