using Framework.Description;
using Framework.Filters;
using Framework.Generated;
using Framework.Http;
using Framework.Identity;

namespace Framework.Tests.Service;

/// <summary>An endpoint whose steps a test writes.</summary>
internal sealed class TestEndpoint(
    string method,
    string template,
    Func<CallContext, ValueTask<Response>> handle,
    AccessPolicy? access = null,
    Action<Binder, CallContext>? bind = null,
    string? name = null,
    IReadOnlyList<string>? origins = null,
    bool credentials = false,
    IReadOnlyList<ParameterDescription>? parameters = null,
    IEndpointFilter[]? filters = null,
    IAuthorizationPolicy[]? policies = null) : Endpoint
{
    public TestEndpoint(string method, string template, AccessPolicy? access = null, string? name = null, IReadOnlyList<string>? origins = null)
        : this(method, template, _ => ValueTask.FromResult(Response.Text(200, name ?? $"{method} {template}")), access, name: name, origins: origins)
    {
    }

    public override string Name => name ?? $"{method} {template}";

    public override EndpointDescription Description => new(Name, method, template)
    {
        Access = access ?? AccessPolicy.Anonymous,
        CorsOrigins = origins,
        CorsCredentials = credentials,
        Parameters = parameters ?? [],
    };

    public override IEndpointFilter[] Filters(CallContext context) => filters ?? base.Filters(context);

    public override IAuthorizationPolicy[] Policies(CallContext context) => policies ?? base.Policies(context);

    public override EndpointCall Begin() => new Call(handle, bind);

    private sealed class Call(Func<CallContext, ValueTask<Response>> handle, Action<Binder, CallContext>? bind) : EndpointCall
    {
        public override void Bind(Binder binder, CallContext context) => bind?.Invoke(binder, context);

        public override ValueTask<Response> HandleAsync(CallContext context) => handle(context);
    }
}
