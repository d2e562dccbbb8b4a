using System.ComponentModel;
using System.Text.Json.Serialization;
using Framework.Description;
using Framework.Filters;
using Framework.Identity;
using Framework.Json;

namespace Framework.Generated;

/// <summary>One endpoint of a service. The generator writes one class an endpoint.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Endpoint
{
    /// <summary>The class's name, which is also the function's handler.</summary>
    public abstract string Name { get; }

    /// <summary>What the endpoint is.</summary>
    public abstract EndpointDescription Description { get; }

    /// <summary>How the enums in the endpoint's body and response are read and written, so that they are spelled as in queries
    /// and headers.</summary>
    public virtual IReadOnlyList<JsonConverter> Enums => [];

    /// <summary>The service's JSON types.</summary>
    protected internal JsonTypes Json { get; internal set; } = null!;

    /// <summary>The policies that must allow one request, in the order in which they are asked.</summary>
    /// <param name="context">Who calls, and within which invocation.</param>
    public virtual IAuthorizationPolicy[] Policies(CallContext context) => [];

    /// <summary>The filters around one request, the outermost first.</summary>
    /// <param name="context">Who calls, and within which invocation.</param>
    public virtual IEndpointFilter[] Filters(CallContext context) => [];

    /// <summary>Begins to serve one request.</summary>
    public abstract EndpointCall Begin();
}
