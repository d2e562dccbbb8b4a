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
internal sealed record ParameterModel(
    string Name,
    ParameterKind Kind,
    string SourceName,
    string TypeName,
    string BareTypeName,
    ValueModel? Value,
    ParameterShape Shape,
    string? Default)
{
    public bool IsBound => Kind is ParameterKind.Route or ParameterKind.Query or ParameterKind.Header;

    public bool IsRequired => Shape == ParameterShape.Single && Default is null;
}
