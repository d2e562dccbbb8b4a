using Amazon.Runtime;
using Framework.Aws.Signing;
using FsCheck;
using FsCheck.Xunit;

namespace Framework.Aws.Tests;

public sealed class SignatureTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    [Property(MaxTest = 500)]
    public void A_signature_is_that_of_the_SDK_s_own_signer(
        NonEmptyArray<NonEmptyString> path, NonNull<string>[] query, NonNull<string> header, byte[] body, bool hasToken, NonEmptyString secret)
    {
        string[] segments = [.. path.Get.Select(segment => Whole(segment.Get)).Where(segment => segment.Trim('.').Length > 0), "end"];
        var pairs = query.Select(value => Whole(value.Get)).Select((value, index) => $"q{index % 3}-{index}={Uri.EscapeDataString(value)}");
        var call = new AwsCall("lambda", body.Length % 2 == 0 ? HttpMethod.Post : HttpMethod.Delete, Address(segments, string.Join('&', pairs)))
        {
            Body = body,
            ContentType = "application/json",
            Headers = [new("X-Amz-Target", Printable(header.Get))],
        };
        var credentials = new ImmutableCredentials("AKID", secret.Get, hasToken ? "a token" : null);

        using var request = SignatureVersion4.Sign(call, credentials, "eu-central-1", Now);

        Assert.Equal(SdkSigner.Sign(call, segments, credentials, "eu-central-1", Now), Authorization(request));
    }

    // Each of the characters that encoders treat in ways of their own.
    [Theory]
    [InlineData("L0SM9cOFvHcCIhw=")]
    [InlineData("@connections")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("a+b")]
    [InlineData("a~b-c_d.e")]
    [InlineData("(a)*'!$,;:&")]
    [InlineData("\\ü€😀")]
    public void A_segment_is_encoded_once_in_the_address_and_twice_in_the_signature(string segment)
    {
        var call = new AwsCall("execute-api", HttpMethod.Post, Address(["prod", segment], ""));
        var credentials = new ImmutableCredentials("AKID", "secret", null);

        using var request = SignatureVersion4.Sign(call, credentials, "eu-central-1", Now);

        Assert.Equal($"/prod/{Uri.EscapeDataString(segment)}", call.Address.AbsolutePath);
        Assert.Equal(SdkSigner.Sign(call, ["prod", segment], credentials, "eu-central-1", Now), Authorization(request));
    }

    private static string Authorization(HttpRequestMessage request) => Assert.Single(request.Headers.GetValues("authorization"));

    private static Uri Address(IEnumerable<string> segments, string query) => new(
        $"https://api.example.com/{string.Join('/', segments.Select(Uri.EscapeDataString))}{(query.Length > 0 ? $"?{query}" : "")}");

    // A half of a surrogate pair is no character.
    private static string Whole(string text) => string.Concat(text.Where(letter => !char.IsSurrogate(letter)));

    private static string Printable(string text) => string.Concat(text.Where(letter => letter is >= ' ' and <= '~')) + ".";
}
