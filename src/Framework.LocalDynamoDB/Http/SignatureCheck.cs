using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Framework.LocalDynamoDB.Protocol;
using Microsoft.AspNetCore.Http;

namespace Framework.LocalDynamoDB.Http;

/// <summary>Checks that requests are signed with one access key, as the service does, with its messages
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html"/>).</summary>
internal sealed class SignatureCheck(LocalAccessKey key, TimeProvider clock)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Service = "dynamodb";
    private const string Terminator = "aws4_request";
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    // "Signature expired: ... (... - 15 min.)" in the troubleshooting page.
    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(15);

    /// <param name="request">The request.</param>
    /// <param name="authorization">The signature that the request states.</param>
    /// <param name="body">The bytes that were sent, compressed as they were.</param>
    /// <exception cref="DynamoDBException">The service would refuse it.</exception>
    public void Check(HttpRequest request, Authorization authorization, ReadOnlySpan<byte> body)
    {
        var credential = authorization.Credential;
        CheckForm(authorization);
        if (credential.AccessKeyId != key.Id)
            throw DynamoDBException.Protocol(
                "UnrecognizedClientException", "The security token included in the request is invalid.");
        CheckScope(credential, authorization.Date);
        CheckTime(authorization.Date);
        var canonical = CanonicalRequest.Of(request, authorization.SignedHeaders, body);
        if (!IsSame(authorization.Signature, Sign(key.Secret, credential, authorization.Date, canonical)))
            throw Invalid("The request signature we calculated does not match the signature you provided. Check your AWS "
                + "Secret Access Key and signing method. Consult the service documentation for details.");
    }

    /// <summary>The signature of a canonical request.</summary>
    public static string Sign(string secret, Credential credential, string date, string canonicalRequest)
    {
        var toSign = string.Join(
            '\n',
            Algorithm,
            date,
            string.Join('/', credential.Scope),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest))));
        var signing = credential.Scope.Aggregate(Encoding.UTF8.GetBytes($"AWS4{secret}"), Hash);
        return Convert.ToHexStringLower(Hash(signing, toSign));
    }

    private static void CheckForm(Authorization authorization)
    {
        if (authorization.Algorithm != Algorithm)
            throw DynamoDBException.Protocol(
                "IncompleteSignatureException", $"Unsupported AWS 'algorithm': '{authorization.Algorithm}'.");
        if (!authorization.Credential.IsComplete)
            throw DynamoDBException.Protocol(
                "IncompleteSignatureException",
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got "
                + $"'{string.Join('/', authorization.Credential.Scope.Prepend(authorization.Credential.AccessKeyId))}'");
        if (Parse(authorization.Date) is null)
            throw DynamoDBException.Protocol(
                "IncompleteSignatureException",
                $"Date must be in ISO-8601 'basic format'. Got '{authorization.Date}'. See http://en.wikipedia.org/wiki/ISO_8601");
        if (!authorization.SignedHeaders.Contains("host", StringComparer.OrdinalIgnoreCase))
            throw Invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }

    private static void CheckScope(Credential credential, string date)
    {
        if (credential.Service != Service)
            throw Invalid($"Credential should be scoped to correct service: '{Service}'. ");
        if (credential.Terminator != Terminator)
            throw Invalid($"Credential should be scoped with a valid terminator: '{Terminator}', not '{credential.Terminator}'.");
        if (!date.StartsWith(credential.Date, StringComparison.Ordinal) || credential.Date.Length != 8)
            throw Invalid("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + $"'{credential.Date}' != '{date[..8]}', from '{date}'.");
    }

    private void CheckTime(string date)
    {
        var signed = Parse(date);
        var now = clock.GetUtcNow();
        if (signed < now - MaxSkew)
            throw Invalid($"Signature expired: {date} is now earlier than {Text(now - MaxSkew)} ({Text(now)} - {MaxSkew.TotalMinutes} min.)");
        if (signed > now + MaxSkew)
            throw Invalid($"Signature not yet current: {date} is still later than {Text(now + MaxSkew)} ({Text(now)} + {MaxSkew.TotalMinutes} min.)");
    }

    private static bool IsSame(string given, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(right));

    private static byte[] Hash(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Parse(string date) => DateTimeOffset.TryParseExact(
        date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static DynamoDBException Invalid(string message) => DynamoDBException.Protocol("InvalidSignatureException", message);
}
