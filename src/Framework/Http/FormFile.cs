namespace Framework.Http;

/// <summary>A file of a form (<c>multipart/form-data</c>, RFC 7578).</summary>
/// <param name="Name">The name of its field.</param>
/// <param name="FileName">The name that the client gave it, without a path. It is the client's: never store a file by it.</param>
/// <param name="ContentType">The media type that the client gave it; <c>text/plain</c> where it gave none. The client may be
/// wrong.</param>
/// <param name="Content">The bytes, a part of the request's body: valid until its invocation ends.</param>
public sealed record FormFile(string Name, string FileName, string ContentType, ReadOnlyMemory<byte> Content);
