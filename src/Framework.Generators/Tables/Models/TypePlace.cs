namespace Framework.Generators.Tables.Models;

/// <summary>Where a type is declared, as its generated half must repeat it.</summary>
/// <param name="Namespace">The namespace; null for none.</param>
/// <param name="Containers">The declarations of the types around it, outermost first.</param>
/// <param name="Declaration">Its own declaration, such as <c>partial record</c>.</param>
/// <param name="FileName">The generated file's name.</param>
/// <param name="Hidden">The library's types, by their plain names, that the author's own hide there.</param>
internal sealed record TypePlace(
    string? Namespace, EquatableArray<string> Containers, string Declaration, string FileName,
    EquatableArray<string> Hidden);
