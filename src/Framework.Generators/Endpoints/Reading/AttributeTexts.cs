using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads the texts that an attribute names, as in <c>[RequireGroup("a", "b")]</c>.</summary>
internal static class AttributeTexts
{
    public static EquatableArray<string> Of(AttributeData attribute) => attribute.ConstructorArguments
        .SelectMany(argument => argument.Kind == TypedConstantKind.Array
            ? argument.Values.IsDefault ? [] : argument.Values.AsEnumerable()
            : [argument])
        .Select(constant => constant.Value as string ?? "")
        .ToEquatableArray();
}
