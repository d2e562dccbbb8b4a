namespace Framework.Binding;

/// <summary>Limits of an endpoint's body in place of the service's.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BodyLimitsAttribute : Attribute
{
    /// <summary>The largest body that is read, in bytes; a larger one gets a 413. By default the service's
    /// <c>MaxBodyBytes</c>. An event with a body over 6 MB never reaches a function.</summary>
    public int MaxBytes { get; init; }

    /// <summary>How many levels of objects and arrays a JSON body may have; a deeper one gets a 400. 64 by default, or what the
    /// JSON context says.</summary>
    public int MaxDepth { get; init; }

    /// <summary>How many fields and files a <c>multipart/form-data</c> body may have; one with more gets a 413. 100 by
    /// default.</summary>
    public int MaxParts { get; init; }
}
