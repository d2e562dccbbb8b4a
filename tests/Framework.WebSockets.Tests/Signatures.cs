using System.Globalization;
using System.Security.Cryptography;
using Amazon.Runtime.Internal.Auth;

namespace Framework.WebSockets.Tests;

/// <summary>Signatures by AWS's own signer.</summary>
internal static class Signatures
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "a secret/key+of AWS";
    public const string Token = "the/token==";

    /// <summary>What is wrong with the signature of a request, computed from its bytes as API Gateway does: a path is encoded as it
    /// arrived.</summary>
    public static string? Fault(Received request)
    {
        if (!request.Headers.TryGetValue("authorization", out var actual))
            return "no signature";
        var names = Part(actual, "SignedHeaders=");
        var scope = Part(actual, "Credential=").Split('/');
        var signed = names.Split(';');
        if (request.Headers.Keys.Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal)).Append("host").Except(signed).Any())
            return "a header is not signed";
        var hash = Convert.ToHexStringLower(SHA256.HashData(request.Body));
        var path = string.Concat(request.Target.Select(letter =>
            char.IsAsciiLetterOrDigit(letter) || "/-._~".Contains(letter, StringComparison.Ordinal) ? $"{letter}" : $"%{(int)letter:X2}"));
        var canonical = $"{request.Method}\n{path}\n\n{string.Concat(signed.Select(name => $"{name}:{request.Headers[name]}\n"))}\n{names}\n{hash}";
        var expected = AWS4Signer.ComputeSignature(
            AccessKey, scope[0] == AccessKey ? SecretKey : "local", scope[2], Time(request.Headers["x-amz-date"]), scope[3], names, canonical);
        return Part(actual, "Signature=") == expected.Signature ? null : $"another signature is right for {canonical}";
    }

    private static string Part(string header, string name)
    {
        var start = header.IndexOf(name, StringComparison.Ordinal) + name.Length;
        return header[start..].Split(',')[0];
    }

    private static DateTime Time(string text) => DateTime.ParseExact(
        text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
