using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace Framework.Aws.Signing;

/// <summary>Signs requests: AWS's Signature Version 4, on .NET's HMAC.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS's
/// description</see>.</remarks>
internal static class SignatureVersion4
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Terminator = "aws4_request";
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <summary>The request of a call with all of its headers, <c>authorization</c> among them.</summary>
    public static HttpRequestMessage Sign(AwsCall call, ImmutableCredentials credentials, string region, DateTimeOffset now)
    {
        var time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var headers = Headers(call, credentials, time);
        var names = string.Join(';', headers.Keys);
        var scope = $"{time[..8]}/{region}/{call.Service}/{Terminator}";
        var text = $"{Algorithm}\n{time}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(Canonical(call, headers, names)))}";
        var signature = Convert.ToHexStringLower(Hmac(Key(credentials.SecretKey, region, call.Service, time[..8]), text));

        var request = new HttpRequestMessage(call.Method, call.Address);
        if (call.Body.Length > 0)
            request.Content = new ReadOnlyMemoryContent(call.Body);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content!.Headers.TryAddWithoutValidation(name, value);
        }
        request.Headers.TryAddWithoutValidation(
            "authorization", $"{Algorithm} Credential={credentials.AccessKey}/{scope}, SignedHeaders={names}, Signature={signature}");
        return request;
    }

    // All are signed, in the order that the signature wants.
    private static SortedDictionary<string, string> Headers(AwsCall call, ImmutableCredentials credentials, string time)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = call.Address.Authority,
            ["x-amz-content-sha256"] = Hash(call.Body.Span),
            ["x-amz-date"] = time,
        };
        if (call.Body.Length > 0)
            headers["content-type"] = call.ContentType;
        if (!string.IsNullOrEmpty(credentials.Token))
            headers["x-amz-security-token"] = credentials.Token;
        foreach (var (name, value) in call.Headers)
            headers[name.ToLowerInvariant()] = string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return headers;
    }

    private static string Canonical(AwsCall call, SortedDictionary<string, string> headers, string names) => string.Join(
        '\n',
        call.Method.Method,
        EncodeAgain(call.Address.AbsolutePath),
        Query(call.Address.Query),
        string.Concat(headers.Select(header => $"{header.Key}:{header.Value}\n")),
        names,
        headers["x-amz-content-sha256"]);

    // A path is signed as it is sent and then encoded once more, %3D as %253D: all services but S3 expect it.
    private static string EncodeAgain(string path)
    {
        var encoded = new StringBuilder(path.Length + 16);
        foreach (var letter in path)
        {
            if (letter == '/' || Unreserved.Contains(letter))
                encoded.Append(letter);
            else
                encoded.Append(CultureInfo.InvariantCulture, $"%{(int)letter:X2}");
        }
        return encoded.ToString();
    }

    private static string Query(string query) => string.Join('&', query.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => (Name: Encode(pair[0]), Value: pair.Length > 1 ? Encode(pair[1]) : ""))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string Encode(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text));

    private static byte[] Key(string secret, string region, string service, string day) => Hmac(
        Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes($"AWS4{secret}"), day), region), service), Terminator);

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
