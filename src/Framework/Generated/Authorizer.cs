using System.ComponentModel;
using Framework.Authorizers;
using Framework.Description;

namespace Framework.Generated;

/// <summary>One Lambda authorizer of a service. The generator writes one class an authorizer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Authorizer
{
    /// <summary>What the authorizer is.</summary>
    public abstract AuthorizerDescription Description { get; }

    /// <summary>Constructs the author's class, and asks it.</summary>
    /// <param name="context">The question, and within which invocation.</param>
    public abstract ValueTask<AuthorizerResult> HandleAsync(AuthorizerCall context);
}
