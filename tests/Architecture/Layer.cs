namespace Framework.Architecture;

/// <summary>One folder of a project, which is one namespace, and what its types may name.</summary>
/// <param name="Folder">The folder, such as <c>Http</c> or <c>Reads/Paging</c>; empty for the project's own folder.</param>
/// <param name="MayName">The folders whose types it may name. Each is a layer before this one.</param>
public sealed record Layer(string Folder, params string[] MayName)
{
    /// <summary>Whether the folder holds the contract with the author: its types may name those of every layer, and every
    /// layer may name those of its types that are public.</summary>
    public bool IsContract { get; init; }
}
