namespace Framework.Generators.Common;

/// <summary>The page that explains a diagnostic: in the repository of this version where the build knows its
/// <c>RepositoryUrl</c>, else the file of the same path in the package. The project file writes
/// <c>Document</c>.</summary>
internal static partial class HelpLinks
{
    public static string To(string id) => $"{Document}#{id.ToLowerInvariant()}";
}
