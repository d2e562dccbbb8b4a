namespace Framework.Cors;

/// <summary>Gives an endpoint origins of its own instead of the service's.</summary>
/// <param name="origins">The origins that may read the response, or <c>*</c> for any; none closes the endpoint.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CorsAttribute(params string[] origins) : Attribute
{
    /// <summary>The origins that may read the response.</summary>
    public IReadOnlyList<string> Origins { get; } = origins;

    /// <summary>Whether a browser may send credentials along. Refused with <c>*</c>.</summary>
    public bool AllowCredentials { get; init; }
}
