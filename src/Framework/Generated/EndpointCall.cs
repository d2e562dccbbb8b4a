using System.ComponentModel;
using Framework.Http;

namespace Framework.Generated;

/// <summary>One request on its way through an endpoint: bound, held against its rules, handled. The generator writes
/// one class an endpoint; the pipeline calls its steps in this order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EndpointCall
{
    /// <summary>Reads what the handler asks for.</summary>
    /// <param name="bind">Reads it and gathers what is wrong.</param>
    /// <param name="context">Who calls, and within which invocation.</param>
    public virtual void Bind(Binder bind, CallContext context)
    {
    }

    /// <summary>Holds what was read against the service's rules.</summary>
    /// <param name="rules">Checks values and gathers what is wrong.</param>
    /// <param name="context">Who calls, and within which invocation.</param>
    public virtual ValueTask ValidateAsync(RuleCheck rules, CallContext context) => ValueTask.CompletedTask;

    /// <summary>Makes the author's class, calls it, and turns what it says into a response.</summary>
    /// <param name="context">Who calls, and within which invocation.</param>
    public abstract ValueTask<Response> HandleAsync(CallContext context);
}
