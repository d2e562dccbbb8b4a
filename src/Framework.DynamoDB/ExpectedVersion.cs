using Framework.Http;

namespace Framework.DynamoDB;

/// <summary>The version that an item must have for a write to happen.</summary>
/// <param name="Number">The version.</param>
/// <param name="IsPrecondition">Whether the version came from the request's <c>If-Match</c> header, so that a mismatch
/// is a 412 and not a 409 (RFC 9110, 15.5.13).</param>
public readonly record struct ExpectedVersion(long Number, bool IsPrecondition = false)
{
    /// <summary>A version from the request's <c>If-Match</c> header: a mismatch is a 412.</summary>
    public static ExpectedVersion IfMatch(long version) => new(version, IsPrecondition: true);

    /// <summary>The version of the request's <c>If-Match</c> header, as <c>HandleAsync</c> takes it: a mismatch is a 412.</summary>
    public static implicit operator ExpectedVersion(IfMatch ifMatch) => FromIfMatch(ifMatch);

    /// <inheritdoc cref="op_Implicit(Framework.Http.IfMatch)"/>
    public static ExpectedVersion FromIfMatch(IfMatch ifMatch) => IfMatch(ifMatch.Version);

    /// <summary>A version that the client named elsewhere: a mismatch is a 409.</summary>
    public static implicit operator ExpectedVersion(long version) => FromInt64(version);

    /// <inheritdoc cref="op_Implicit(long)"/>
    public static ExpectedVersion FromInt64(long version) => new(version);
}
