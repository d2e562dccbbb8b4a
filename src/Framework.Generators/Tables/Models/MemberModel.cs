using Microsoft.CodeAnalysis.CSharp;

namespace Framework.Generators.Tables.Models;

/// <summary>One stored property.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Value">How its value is written and read.</param>
/// <param name="Role">What it means to the table.</param>
/// <param name="Parameter">The constructor's parameter that sets it; null where an initializer does.</param>
/// <param name="Default">The expression that an absent attribute is read as; null where it must be there.</param>
internal sealed record MemberModel(
    string Property, string Attribute, ValueModel Value, MemberRole Role, string? Parameter, string? Default)
{
    /// <summary>Whether no two items have the same value.</summary>
    public bool IsUnique { get; init; }

    /// <summary>The attribute's name as a literal.</summary>
    public string Literal => SymbolDisplay.FormatLiteral(Attribute, quote: true);
}
