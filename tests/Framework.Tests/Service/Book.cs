using Framework.Http;

namespace Framework.Tests.Service;

/// <summary>A resource with a version.</summary>
public sealed record Book(string Title, [property: ETag] long Version);
