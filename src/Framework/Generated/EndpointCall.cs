using System.ComponentModel;
using Framework.Http;

namespace Framework.Generated;

/// <summary>One request on its way through an endpoint: bound, validated, handled. The generator writes
/// one class an endpoint; the pipeline calls its steps in this order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EndpointCall
{
    /// <summary>Reads the values of the handler's parameters.</summary>
    /// <param name="bind">Reads the values and collects the errors.</param>
    /// <param name="context">Who calls, and within which invocation.</param>
    public virtual void Bind(Binder bind, CallContext context)
    {
    }

    /// <summary>Checks the values with the service's rules.</summary>
    /// <param name="rules">Checks values and collects the errors.</param>
    /// <param name="context">Who calls, and within which invocation.</param>
    public virtual ValueTask ValidateAsync(RuleCheck rules, CallContext context) => ValueTask.CompletedTask;

    /// <summary>Constructs the author's class, calls its handler, and turns the result into a response.</summary>
    /// <param name="context">Who calls, and within which invocation.</param>
    public abstract ValueTask<Response> HandleAsync(CallContext context);
}
