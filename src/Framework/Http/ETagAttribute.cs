namespace Framework.Http;

/// <summary>The number of a resource's version, an <c>int</c> or <c>long</c> that every change raises. An endpoint that returns
/// the type sends it as <c>ETag</c>, responds with 304 to an <c>If-None-Match</c> that names it, and takes it back as
/// <see cref="IfMatch"/>.</summary>
/// <remarks>A response to a PUT has no <c>ETag</c>: a client would take it for that of the body it has sent (RFC 9110, section
/// 9.3.4). <c>[Version]</c> of Framework.DynamoDB is such an attribute.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public class ETagAttribute : Attribute;
