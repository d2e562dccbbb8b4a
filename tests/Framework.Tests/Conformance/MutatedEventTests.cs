using System.Text;
using System.Text.Json.Nodes;
using Framework.Http;
using Framework.Runtime;
using Framework.Tests.Service;

namespace Framework.Tests.Conformance;

/// <summary>Events that no gateway sends: those of the corpus, each changed at random.</summary>
public sealed class MutatedEventTests
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    [Fact]
    public async Task A_changed_event_is_served_or_refused_and_never_breaks_the_service()
    {
        await using var service = new TestService([.. Methods.Select(method => new TestEndpoint(method, "/{path+}", ReadAllAsync))], telemetry: Stream.Null);
        var events = new MutatedEvents(20261130);
        var (served, refused) = (0, 0);
        var count = MutatedEvents.Count(20_000);
        for (var index = 0; index < count; index++)
        {
            var payload = events.Next();
            try
            {
                var status = await StatusAsync(service, payload);
                Assert.True(status is >= 200 and < 500, $"{status} for {Encoding.UTF8.GetString(payload)}");
                served++;
            }
            catch (UndecodableEventException)
            {
                refused++;
            }
        }
        Assert.True(served > count / 4 && refused > count / 4, $"{served} served, {refused} refused");
    }

    // Reads all that an author could read.
    private static ValueTask<Response> ReadAllAsync(Framework.Generated.CallContext context)
    {
        var request = context.Request;
        var headers = request.Headers.Names.Sum(name => request.Headers[name]!.Length);
        var query = request.Query.Raw.Split('&').Sum(pair => request.Query.All(Uri.UnescapeDataString(pair.Split('=')[0])).Count);
        var caller = $"{context.Caller.Id} {context.Caller.Claim("email")} {string.Join(' ', context.Caller.Groups)} {string.Join(' ', context.Caller.Scopes)}";
        return ValueTask.FromResult(Response.Text(
            200, $"{headers} {query} {caller.Length} {request.Cookies.Count} {request.Path} {request.Host} {request.SourceIp} {request.Body.Length}"));
    }

    private static async Task<int> StatusAsync(TestService service, byte[] payload)
    {
        var output = new ResponseBuffer();
        using var invocation = new Invocation { Payload = payload, RequestId = "request-1" };
        await service.Running.InvokeAsync(invocation, output);
        return JsonNode.Parse(output.Body.Span)!["statusCode"]!.GetValue<int>();
    }
}
