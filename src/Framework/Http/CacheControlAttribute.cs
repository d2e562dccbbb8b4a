namespace Framework.Http;

/// <summary>Says how long caches may keep the successful responses of an endpoint, in the words of the header
/// <c>Cache-Control</c> (RFC 9111, section 5.2.2). A handler that sets the header itself comes before it.</summary>
/// <remarks>The build checks the words. What a signed-in caller gets must be <c>private</c> or <c>no-store</c>.</remarks>
/// <param name="directives">The directives: <c>private, max-age=60</c>, or <c>public, max-age=31536000, immutable</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CacheControlAttribute(string directives) : Attribute
{
    /// <summary>The directives.</summary>
    public string Directives { get; } = directives;
}
