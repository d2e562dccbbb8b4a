namespace Framework.Http;

/// <summary>The version that a change is made from, which the client names in the header <c>If-Match</c>. Pass it to the write,
/// so that a change that another has overtaken is a 412 and nothing is lost. As a parameter of <c>HandleAsync</c> it must be
/// sent, else the response is a 428; <c>IfMatch?</c> may be left out.</summary>
/// <remarks>The header is compared as RFC 9110, section 13.1.1, says: a weak tag never matches. A header that names no version
/// at all is a 412 before the handler runs; one that names several, or <c>*</c>, is a 400, because a write is made from one
/// version.</remarks>
/// <param name="Version">The version's number.</param>
public readonly record struct IfMatch(long Version);
