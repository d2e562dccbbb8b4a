namespace Framework.Generators.Common;

/// <summary>Where a diagnostic is explained: in the repository of this version where the build knows its
/// <c>RepositoryUrl</c>, else in the file of the same path that travels in the package. The project file writes
/// <c>Document</c>.</summary>
internal static partial class HelpLinks
{
    public static string To(string id) => $"{Document}#{id.ToLowerInvariant()}";
}
