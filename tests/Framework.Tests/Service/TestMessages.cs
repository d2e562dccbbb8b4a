using Framework.Description;
using Framework.Filters;
using Framework.Generated;
using Framework.Http;

namespace Framework.Tests.Service;

/// <summary>An endpoint of a WebSocket API whose handler a test writes.</summary>
internal sealed class TestMessages(
    string key, Func<CallContext, ValueTask<Response>> handle, AccessPolicy? access = null, IEndpointFilter[]? filters = null) : Endpoint
{
    public TestMessages(string key, string response, AccessPolicy? access = null)
        : this(key, _ => ValueTask.FromResult(Response.Text(200, response)), access)
    {
    }

    public override string Name => $"On {key}";

    public override EndpointDescription Description => new(Name, [key]) { Access = access ?? AccessPolicy.Anonymous };

    public override IEndpointFilter[] Filters(CallContext context) => filters ?? base.Filters(context);

    public override EndpointCall Begin() => new Call(handle);

    private sealed class Call(Func<CallContext, ValueTask<Response>> handle) : EndpointCall
    {
        public override ValueTask<Response> HandleAsync(CallContext context) => handle(context);
    }
}
