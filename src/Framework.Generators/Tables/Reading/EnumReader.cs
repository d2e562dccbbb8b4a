using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>Collects the enums of one table.</summary>
internal sealed class EnumReader(PlainNames names, MethodNames methods)
{
    private readonly Dictionary<string, EnumModel> _found = [];

    public IEnumerable<EnumModel> Found => _found.Values;

    public ValueModel Read(INamedTypeSymbol type, bool asNumber)
    {
        asNumber |= type.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "FlagsAttribute" });
        var typeName = names.Of(type);
        var id = asNumber ? typeName + " as number" : typeName;
        if (!_found.TryGetValue(id, out var model))
            _found[id] = model = new(
                typeName,
                methods.Take(asNumber ? type.Name + "Number" : type.Name),
                asNumber ? names.Of(type.EnumUnderlyingType!) : null,
                Members(type).ToEquatableArray());
        return new(typeName, asNumber ? ValueKind.Number : ValueKind.Text, $"Write{model.Name}", $"Read{model.Name}")
        {
            CanFail = !asNumber,
            KeyWriter = asNumber ? $"KeyValue.Of(Write{model.Name}({{0}}))" : $"KeyValue.Of(Write{model.Name}({{0}}, {{2}}))",
            Placeholder = asNumber ? Placeholder.None : Placeholder.Enum,
        };
    }

    private static IEnumerable<string> Members(INamedTypeSymbol type) => type.GetMembers()
        .OfType<IFieldSymbol>()
        .Where(field => field.HasConstantValue)
        .GroupBy(field => field.ConstantValue)
        .Select(same => same.First().Name);
}
