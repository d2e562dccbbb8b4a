namespace Framework.Generators.Endpoints.Models;

/// <summary>One parameter of HandleAsync.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="SourceName">Its name there.</param>
/// <param name="TypeName">Its C# type, fully qualified, with its nullability.</param>
/// <param name="BareTypeName">The type without any nullability, for <c>typeof</c> and JSON.</param>
/// <param name="Value">How one value is read; null where none is.</param>
/// <param name="Shape">How many values there may be.</param>
/// <param name="Default">The C# text of its default value; null where it has none.</param>
/// <param name="Members">Of a record, what each parameter of its constructor is.</param>
/// <param name="MediaTypes">Of bytes, the media types that are taken; none for all.</param>
internal sealed record ParameterModel(
    string Name,
    ParameterKind Kind,
    string SourceName,
    string TypeName,
    string BareTypeName,
    ValueModel? Value,
    ParameterShape Shape,
    string? Default,
    EquatableArray<ParameterModel> Members = default,
    EquatableArray<string> MediaTypes = default)
{
    /// <summary>Whether it comes from the body, of which a request has one.</summary>
    public bool IsOfBody => Kind is ParameterKind.Body or ParameterKind.Bytes or ParameterKind.Stream or ParameterKind.FormRecord;

    /// <summary>Whether rules may check it.</summary>
    public bool IsChecked => Kind is ParameterKind.Body or ParameterKind.FormRecord or ParameterKind.QueryRecord;

    /// <summary>Whether the request holds it, so that it is read before the handler runs.</summary>
    public bool IsRead => IsBound || IsOfBody || Kind is ParameterKind.IfMatch or ParameterKind.QueryRecord;

    public bool IsBound => Kind is ParameterKind.Route or ParameterKind.Query or ParameterKind.Header or ParameterKind.Cookie;

    public bool IsRequired => Shape == ParameterShape.Single && Default is null;
}
