namespace Framework.Binding;

/// <summary>One part of a <c>multipart/form-data</c> body.</summary>
/// <param name="Name">The name of its field.</param>
/// <param name="FileName">The name of its file, without a path; null where it is no file.</param>
/// <param name="ContentType">Its media type; null where it says none.</param>
/// <param name="Content">Its bytes, a part of the body.</param>
internal sealed record MultipartPart(string Name, string? FileName, string? ContentType, ReadOnlyMemory<byte> Content);
