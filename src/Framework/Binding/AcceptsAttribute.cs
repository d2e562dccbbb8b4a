namespace Framework.Binding;

/// <summary>Says which media types a body of bytes may have; others get a 415. Without it all are taken.</summary>
/// <param name="mediaTypes">The media types without parameters: <c>image/png</c>, or <c>image/*</c> for all images.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class AcceptsAttribute(params string[] mediaTypes) : Attribute
{
    /// <summary>The media types.</summary>
    public IReadOnlyList<string> MediaTypes { get; } = mediaTypes;
}
