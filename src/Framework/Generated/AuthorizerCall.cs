using System.ComponentModel;
using Framework.Authorizers;
using Framework.Runtime;

namespace Framework.Generated;

/// <summary>What generated code can reach while it asks an authorizer.</summary>
/// <param name="request">The question.</param>
/// <param name="services">The services of this invocation's own scope.</param>
/// <param name="invocation">The Lambda invocation.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AuthorizerCall(AuthorizerRequest request, IServiceProvider services, Invocation invocation)
{
    /// <summary>The question.</summary>
    public AuthorizerRequest Request { get; } = request;

    /// <summary>The services of this invocation's own scope.</summary>
    public IServiceProvider Services { get; } = services;

    /// <summary>The Lambda invocation.</summary>
    public Invocation Invocation { get; } = invocation;

    /// <summary>Fires shortly before the Lambda deadline.</summary>
    public CancellationToken Cancellation => Invocation.Cancellation;
}
