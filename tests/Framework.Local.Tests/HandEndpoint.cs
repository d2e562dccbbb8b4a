using Framework.Description;
using Framework.Generated;
using Framework.Http;

namespace Framework.Local.Tests;

/// <summary>An endpoint without a class of an author's behind it.</summary>
internal sealed class HandEndpoint(EndpointDescription description, Func<CallContext, ValueTask<Response>> handle) : Endpoint
{
    public override string Name => description.Name;

    public override EndpointDescription Description => description;

    public override EndpointCall Begin() => new Call(handle);

    private sealed class Call(Func<CallContext, ValueTask<Response>> handle) : EndpointCall
    {
        public override ValueTask<Response> HandleAsync(CallContext context) => handle(context);
    }
}
