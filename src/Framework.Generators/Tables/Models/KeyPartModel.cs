namespace Framework.Generators.Tables.Models;

/// <summary>One attribute of a key: a property's own, or one that is composed of several.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Method">What the key is of: <c>Partition</c> or <c>Sort</c>.</param>
/// <param name="Member">The property; null for a composed key.</param>
/// <param name="Template">The template of a composed key.</param>
internal sealed record KeyPartModel(
    string Attribute, string Method, MemberModel? Member, EquatableArray<TemplatePart> Template)
{
    public bool IsComposed => Member is null;

    /// <summary>The properties that it is made of, each once.</summary>
    public IEnumerable<MemberModel> Members => Member is null
        ? Template.Select(part => part.Member).OfType<MemberModel>().Distinct()
        : [Member];

    /// <summary>Whether the key holds the whole value of a part: a date with a coarser format stands for many values.</summary>
    public bool Binds(TemplatePart part) => part.Member is not null
        && (Member == part.Member || Template.Any(own => own.Member == part.Member
            && (own.Format is null || own.Format == part.Format || part.Member.Value.Placeholder != Placeholder.Date)));

    /// <summary>DynamoDB's type letter.</summary>
    public string Letter => Member?.Value.Kind switch
    {
        ValueKind.Number => "N",
        ValueKind.Binary => "B",
        _ => "S",
    };

    /// <summary>The expression that makes the key.</summary>
    /// <param name="value">Gives the expression of a property's value.</param>
    public string Write(Func<MemberModel, string> value) =>
        Member is null ? Write(Template, value) : string.Format(Member.Value.KeyWriter, value(Member), Method, Member.Literal);

    /// <summary>The expression that makes the key, or its beginning, of some parts of the template.</summary>
    public string Write(IEnumerable<TemplatePart> parts, Func<MemberModel, string> value) =>
        parts.All(part => part.Member is null)
            ? $"KeyValue.{Method}(\"{string.Concat(parts.Select(part => part.Escaped))}\")"
            : $"KeyValue.{Method}($\"{string.Concat(parts.Select(part => part.Interpolated(value)))}\")";
}
