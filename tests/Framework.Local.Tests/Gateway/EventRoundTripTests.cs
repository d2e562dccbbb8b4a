using System.Buffers;
using System.Text;
using Framework.Dispatch;
using Framework.Http;
using Framework.Local.Gateway;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Framework.Local.Tests.Gateway;

public sealed class EventRoundTripTests
{
    [Property(Arbitrary = [typeof(Requests)], MaxTest = 500)]
    public void The_service_reads_from_the_event_what_the_client_sent(SentRequest sent)
    {
        foreach (var frontDoor in Enum.GetValues<LocalFrontDoor>())
            Check(sent, frontDoor);
    }

    private static void Check(SentRequest sent, LocalFrontDoor frontDoor)
    {
        var payload = new ArrayBufferWriter<byte>();
        GatewayShape.Of(frontDoor).Write(payload, Arrive(sent));

        using var read = Dispatcher.CodecOf(EventShapes.Of(payload.WrittenSpan)).Decode(payload.WrittenMemory);

        Assert.Equal(sent.Method, read.Request.Method);
        var path = "/" + string.Join('/', sent.Segments);
        var isDecoded = frontDoor is LocalFrontDoor.HttpApi or LocalFrontDoor.HttpApiV1;
        // Who has a decoded path and no route cannot know that %41 was %2541, and an HTTP API decodes it twice.
        Assert.Equal(isDecoded ? PathText.Normalize(RequestTarget.Decode(path)) : PathText.Encode(path), read.Request.Path);
        var isLast = frontDoor == LocalFrontDoor.Alb;
        foreach (var group in sent.Query.GroupBy(pair => pair.Key))
            Assert.Equal(group.Select(pair => pair.Value).Skip(isLast ? group.Count() - 1 : 0), read.Request.Query.All(group.Key));
        foreach (var (name, values) in sent.Headers)
            Assert.Equal(isLast ? values[^1] : string.Join(',', values), read.Request.Headers[name]);
        Assert.Equal(sent.Cookies, read.Request.Cookies);
        Assert.Equal(sent.Body, read.Request.Body.ToArray());
    }

    private static GatewayRequest Arrive(SentRequest sent)
    {
        var http = new DefaultHttpContext();
        var query = string.Join('&', sent.Query.Select(pair =>
            $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value).Replace("%20", "+", StringComparison.Ordinal)}"));
        var target = "/" + string.Join('/', sent.Segments.Select(Uri.EscapeDataString)) + (query.Length > 0 ? "?" + query : "");
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        http.Request.Method = sent.Method;
        http.Request.Host = new HostString("localhost", 5080);
        http.Request.ContentType = sent.ContentType;
        foreach (var (name, values) in sent.Headers)
            http.Request.Headers[name] = values;
        if (sent.Cookies.Length > 0)
            http.Request.Headers.Cookie = string.Join("; ", sent.Cookies);
        return GatewayRequest.Begin(http, RequestTarget.Parse(target), null, TimeProvider.System) with { Body = sent.Body };
    }

    public sealed record SentRequest(
        string Method,
        string[] Segments,
        KeyValuePair<string, string>[] Query,
        KeyValuePair<string, string[]>[] Headers,
        string[] Cookies,
        string? ContentType,
        byte[] Body);

    public static class Requests
    {
        public static Arbitrary<SentRequest> Request() => (
            from method in Gen.Elements("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "PURGE")
            from segments in Text(1).Where(text => !text.Contains('?') && !text.Contains('/')).ArrayOf()
            from query in Pair(Text(1), Text(0)).ArrayOf()
            from headers in HeaderValue.ArrayOf().Where(values => values.Length > 0).ArrayOf()
            from cookies in Pair(Token, Token).ArrayOf()
            from type in Gen.Elements<string?>(
                null, "application/json", "text/plain; charset=utf-8", "application/octet-stream", "application/x-www-form-urlencoded")
            from body in Gen.OneOf(ArbMap.Default.GeneratorFor<byte[]>(), Text(0).Select(Encoding.UTF8.GetBytes))
            select new SentRequest(
                method,
                segments.Length == 0 ? [""] : segments,
                query,
                [.. headers.Select((values, index) => KeyValuePair.Create($"X-Test-{index}", values))],
                [.. cookies.Select(pair => $"{pair.Key}={pair.Value}")],
                type,
                body)).ToArbitrary();

        // Any Unicode text that UTF-8 can carry: no lone surrogates.
        private static Gen<string> Text(int least) => ArbMap.Default.GeneratorFor<string>()
            .Where(text => text is not null && text.Length >= least && !text.Any(char.IsSurrogate));

        private static Gen<string> Token => Gen.Elements("abcXYZ019-_.~".ToCharArray()).NonEmptyListOf().Select(string.Concat);

        private static Gen<string> HeaderValue => Gen.Elements("aZ9 ,;=\"\\äß".ToCharArray()).NonEmptyListOf()
            .Select(letters => string.Concat(letters).Trim());

        private static Gen<KeyValuePair<string, string>> Pair(Gen<string> keys, Gen<string> values) =>
            from key in keys
            from value in values
            select KeyValuePair.Create(key, value);
    }
}
