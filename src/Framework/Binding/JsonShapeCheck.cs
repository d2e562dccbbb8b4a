using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Framework.Problems;

namespace Framework.Binding;

/// <summary>Holds a JSON value against the type it should become and tells every place that does not fit.</summary>
internal sealed class JsonShapeCheck(JsonSerializerOptions options, bool allowsNullItems, FieldErrors errors)
{
    /// <summary>Checks a value and what is in it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">What it should become.</param>
    /// <param name="path">Where it stands.</param>
    public void Check(JsonElement value, JsonTypeInfo type, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (path == JsonPath.Root || !TakesNull(type.Type))
                errors.Add(path, "Must not be null.");
            return;
        }
        if (type.PolymorphismOptions is { } choice && value.ValueKind == JsonValueKind.Object)
        {
            CheckChoice(value, type, choice, path);
            return;
        }
        CheckKind(value, type, path);
    }

    private void CheckKind(JsonElement value, JsonTypeInfo type, string path)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                CheckObject(value, type, path);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                CheckItems(value, type, path);
                break;
            case JsonTypeInfoKind.Dictionary when value.ValueKind == JsonValueKind.Object:
                CheckEntries(value, type, path);
                break;
            case JsonTypeInfoKind.None:
                CheckScalar(value, type, path);
                break;
            default:
                errors.Add(path, $"Must be {JsonTypeWords.Of(type)}.");
                break;
        }
    }

    private void CheckObject(JsonElement value, JsonTypeInfo type, string path)
    {
        foreach (var property in type.Properties)
        {
            if (property.Set is null && property.AssociatedParameter is null)
                continue;
            var at = JsonPath.Property(path, property.Name);
            if (!TryGet(value, property.Name, out var member))
            {
                if (property.IsRequired)
                    errors.Add(at, $"Is missing. Must be {JsonTypeWords.Of(TypeOf(property.PropertyType))}.");
            }
            else if (member.ValueKind == JsonValueKind.Null && !IsNullable(property))
            {
                errors.Add(at, $"Must not be null. Must be {JsonTypeWords.Of(TypeOf(property.PropertyType))}.");
            }
            else if (!HasOwnForm(property, type))
            {
                Check(member, TypeOf(property.PropertyType), at);
            }
        }
        if ((type.UnmappedMemberHandling ?? options.UnmappedMemberHandling) == JsonUnmappedMemberHandling.Disallow)
            CheckNames(value, type, path);
    }

    private void CheckNames(JsonElement value, JsonTypeInfo type, string path)
    {
        var comparison = options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (var member in value.EnumerateObject())
        {
            // What begins so is System.Text.Json's own, such as a discriminator.
            if (!member.Name.StartsWith('$') && !type.Properties.Any(property => string.Equals(property.Name, member.Name, comparison)))
                errors.Add(JsonPath.Property(path, member.Name), "Is not known.");
        }
    }

    private void CheckItems(JsonElement value, JsonTypeInfo type, string path)
    {
        if (type.ElementType is null)
            return;
        var index = 0;
        foreach (var item in value.EnumerateArray())
            CheckItem(item, TypeOf(type.ElementType), JsonPath.Item(path, index++));
    }

    private void CheckEntries(JsonElement value, JsonTypeInfo type, string path)
    {
        if (type.ElementType is null)
            return;
        foreach (var entry in value.EnumerateObject())
            CheckItem(entry.Value, TypeOf(type.ElementType), JsonPath.Property(path, entry.Name));
    }

    private void CheckItem(JsonElement value, JsonTypeInfo type, string path)
    {
        if (value.ValueKind == JsonValueKind.Null && !allowsNullItems && !type.Type.IsValueType && !IsAnyJson(type.Type))
            errors.Add(path, $"Must not be null. Must be {JsonTypeWords.Of(type)}.");
        else
            Check(value, type, path);
    }

    // One of several types, told apart by a discriminator such as $type.
    private void CheckChoice(JsonElement value, JsonTypeInfo type, JsonPolymorphismOptions choice, string path)
    {
        var name = choice.TypeDiscriminatorPropertyName;
        var known = choice.DerivedTypes.Where(derived => derived.TypeDiscriminator is not null).ToList();
        var expected = $"Must be one of {string.Join(", ", known.Select(derived => derived.TypeDiscriminator))}.";
        if (!value.TryGetProperty(name, out var discriminator))
        {
            if (type.Type.IsAbstract)
                errors.Add(JsonPath.Property(path, name), $"Is missing. {expected}");
            else
                CheckKind(value, type, path);
            return;
        }
        var chosen = known.FirstOrDefault(derived => derived.TypeDiscriminator switch
        {
            string text => discriminator.ValueKind == JsonValueKind.String && discriminator.ValueEquals(text),
            int number => discriminator.ValueKind == JsonValueKind.Number && discriminator.TryGetInt32(out var given) && given == number,
            _ => false,
        });
        if (chosen.DerivedType is null)
            errors.Add(JsonPath.Property(path, name), expected);
        else
            CheckKind(value, TypeOf(chosen.DerivedType), path);
    }

    private void CheckScalar(JsonElement value, JsonTypeInfo type, string path)
    {
        try
        {
            value.Deserialize(type);
        }
        catch (JsonException)
        {
            errors.Add(path, $"Must be {JsonTypeWords.Of(type)}.");
        }
    }

    private bool TryGet(JsonElement value, string name, out JsonElement member)
    {
        if (value.TryGetProperty(name, out member))
            return true;
        if (!options.PropertyNameCaseInsensitive)
            return false;
        foreach (var property in value.EnumerateObject())
        {
            if (!string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
                continue;
            member = property.Value;
            return true;
        }
        return false;
    }

    // What a property's own attributes say of its form, nothing here can tell.
    private static bool HasOwnForm(JsonPropertyInfo property, JsonTypeInfo type) =>
        property.CustomConverter is not null || (property.NumberHandling ?? type.NumberHandling) is not null;

    private bool IsNullable(JsonPropertyInfo property) => property.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(property.PropertyType) is not null
        : !options.RespectNullableAnnotations || property.IsSetNullable;

    private static bool TakesNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null || IsAnyJson(type);

    private static bool IsAnyJson(Type type) =>
        type == typeof(object) || type == typeof(JsonElement) || type == typeof(JsonDocument) || typeof(JsonNode).IsAssignableFrom(type);

    private JsonTypeInfo TypeOf(Type type) => options.GetTypeInfo(type);
}
