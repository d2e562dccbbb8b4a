namespace Framework.Deployment.Packaging;

/// <summary>A file in a package.</summary>
/// <param name="Name">Its path in the package.</param>
/// <param name="Size">How many bytes it has when it is unpacked.</param>
internal sealed record PackageEntry(string Name, long Size);
