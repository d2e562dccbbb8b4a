namespace Framework.Filters;

/// <summary>Puts a filter around an endpoint, around all that derive from a class, or, as
/// <c>[assembly: Filter&lt;Audit&gt;]</c>, around all of a service.</summary>
/// <remarks>The service's filters are outermost, then those of a base class, then the endpoint's own; in one place the first is
/// outermost. The services that a filter's constructor asks for are dependencies of each endpoint that it is around.</remarks>
/// <typeparam name="TFilter">The filter: a class with one constructor, which takes services.</typeparam>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true)]
public sealed class FilterAttribute<TFilter> : Attribute
    where TFilter : class, IEndpointFilter;
