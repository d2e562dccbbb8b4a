namespace Framework.Generators.Tables.Models;

/// <summary>A literal in the template of a key, or a placeholder.</summary>
/// <param name="Literal">The literal; empty for a placeholder.</param>
/// <param name="Member">The property; null for a literal.</param>
/// <param name="Format">The placeholder's format.</param>
internal sealed record TemplatePart(string Literal, MemberModel? Member, string? Format)
{
    /// <summary>The part as it stands in an interpolated string.</summary>
    /// <param name="value">Gives the expression of a property's value.</param>
    public string Interpolated(Func<MemberModel, string> value)
    {
        if (Member is null)
            return Escaped;
        var expression = Member.Value.Placeholder == Placeholder.Enum
            ? $"{Member.Value.Writer}({value(Member)}, {Member.Literal})"
            : value(Member);
        return Format is null ? $"{{{expression}}}" : $"{{{expression}:{Format}}}";
    }

    /// <summary>The part as its author wrote it.</summary>
    public override string ToString() =>
        Member is null ? Literal : Format is null ? $"{{{Member.Property}}}" : $"{{{Member.Property}:{Format}}}";

    /// <summary>The literal as it stands in a string.</summary>
    public string Escaped
    {
        get
        {
            var quoted = Literals.Quoted(Literal);
            return quoted.Substring(1, quoted.Length - 2);
        }
    }
}
