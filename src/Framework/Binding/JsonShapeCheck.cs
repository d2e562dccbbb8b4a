using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Framework.Problems;

namespace Framework.Binding;

/// <summary>Holds a JSON value against the type it should become and names the places that do not fit, up to as many as a
/// problem lists.</summary>
internal sealed class JsonShapeCheck(JsonSerializerOptions options, bool allowsNullItems, bool mayRepeat, FieldErrors errors)
{
    private readonly JsonPlace _place = new();
    private readonly Dictionary<JsonTypeInfo, HashSet<string>> _known = [];

    /// <summary>A name that stands twice in an object, in two cases; null where none does.</summary>
    public Problem? Duplicate { get; private set; }

    /// <summary>Checks a value and what is in it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">What it should become.</param>
    public void Check(JsonElement value, JsonTypeInfo type)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (_place.IsRoot || !TakesNull(type.Type))
                Fail("Must not be null.");
            return;
        }
        if (type.PolymorphismOptions is { } choice && value.ValueKind == JsonValueKind.Object)
        {
            CheckChoice(value, type, choice);
            return;
        }
        CheckKind(value, type);
    }

    private void CheckKind(JsonElement value, JsonTypeInfo type)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                CheckObject(value, type);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                CheckItems(value, type);
                break;
            case JsonTypeInfoKind.Dictionary when value.ValueKind == JsonValueKind.Object:
                CheckEntries(value, type);
                break;
            case JsonTypeInfoKind.None:
                CheckScalar(value, type);
                break;
            default:
                Fail($"Must be {JsonTypeWords.Of(type)}.");
                break;
        }
    }

    private void CheckObject(JsonElement value, JsonTypeInfo type)
    {
        var known = Known(type);
        var members = Members(value, known);
        foreach (var property in type.Properties)
        {
            if (errors.HasMore)
                return;
            if (property.Set is null && property.AssociatedParameter is null)
                continue;
            _place.Enter(property.Name);
            CheckProperty(property, type, members.TryGetValue(property.Name, out var member) ? member : null);
            _place.Leave();
        }
        if ((type.UnmappedMemberHandling ?? options.UnmappedMemberHandling) == JsonUnmappedMemberHandling.Disallow)
            CheckNames(value, known);
    }

    private void CheckProperty(JsonPropertyInfo property, JsonTypeInfo type, JsonElement? member)
    {
        if (member is not { } value)
        {
            if (property.IsRequired)
                Fail($"Is missing. Must be {JsonTypeWords.Of(TypeOf(property.PropertyType))}.");
        }
        else if (value.ValueKind == JsonValueKind.Null && !IsNullable(property))
        {
            Fail($"Must not be null. Must be {JsonTypeWords.Of(TypeOf(property.PropertyType))}.");
        }
        else if (!HasOwnForm(property, type))
        {
            Check(value, TypeOf(property.PropertyType));
        }
    }

    private void CheckNames(JsonElement value, HashSet<string> known)
    {
        // What begins so is System.Text.Json's own, such as a discriminator.
        foreach (var name in value.EnumerateObject().Select(member => member.Name).Where(name => !name.StartsWith('$') && !known.Contains(name)))
        {
            if (errors.HasMore)
                return;
            Fail("Is not known.", name);
        }
    }

    private void CheckItems(JsonElement value, JsonTypeInfo type)
    {
        if (type.ElementType is null)
            return;
        var itemType = TypeOf(type.ElementType);
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (errors.HasMore)
                return;
            _place.Enter(index++);
            CheckItem(item, itemType);
            _place.Leave();
        }
    }

    private void CheckEntries(JsonElement value, JsonTypeInfo type)
    {
        if (type.ElementType is null)
            return;
        var itemType = TypeOf(type.ElementType);
        foreach (var entry in value.EnumerateObject())
        {
            if (errors.HasMore)
                return;
            _place.Enter(entry.Name);
            CheckItem(entry.Value, itemType);
            _place.Leave();
        }
    }

    private void CheckItem(JsonElement value, JsonTypeInfo type)
    {
        if (value.ValueKind == JsonValueKind.Null && !allowsNullItems && !type.Type.IsValueType && !IsAnyJson(type.Type))
            Fail($"Must not be null. Must be {JsonTypeWords.Of(type)}.");
        else
            Check(value, type);
    }

    // One of several types, told apart by a discriminator such as $type.
    private void CheckChoice(JsonElement value, JsonTypeInfo type, JsonPolymorphismOptions choice)
    {
        var name = choice.TypeDiscriminatorPropertyName;
        var known = choice.DerivedTypes.Where(derived => derived.TypeDiscriminator is not null);
        if (!value.TryGetProperty(name, out var discriminator))
        {
            if (type.Type.IsAbstract)
                Fail($"Is missing. {Expected()}", name);
            else
                CheckKind(value, type);
            return;
        }
        var chosen = known.FirstOrDefault(derived => derived.TypeDiscriminator switch
        {
            string text => discriminator.ValueKind == JsonValueKind.String && discriminator.ValueEquals(text),
            int number => discriminator.ValueKind == JsonValueKind.Number && discriminator.TryGetInt32(out var given) && given == number,
            _ => false,
        });
        if (chosen.DerivedType is null)
            Fail(Expected(), name);
        else
            CheckKind(value, TypeOf(chosen.DerivedType));

        string Expected() => $"Must be one of {string.Join(", ", known.Select(derived => derived.TypeDiscriminator))}.";
    }

    private void CheckScalar(JsonElement value, JsonTypeInfo type)
    {
        try
        {
            value.Deserialize(type);
        }
        catch (JsonException)
        {
            Fail($"Must be {JsonTypeWords.Of(type)}.");
        }
    }

    private void Fail(string message) => errors.Add(_place.ToString(), message);

    private void Fail(string message, string member)
    {
        _place.Enter(member);
        Fail(message);
        _place.Leave();
    }

    private HashSet<string> Known(JsonTypeInfo type)
    {
        if (!_known.TryGetValue(type, out var known))
            _known[type] = known = type.Properties.Select(property => property.Name).ToHashSet(NameComparer);
        return known;
    }

    // Found by name in one pass, whatever the type asks for. What it does not ask for is kept only to find it again.
    private Dictionary<string, JsonElement> Members(JsonElement value, HashSet<string> known)
    {
        var members = new Dictionary<string, JsonElement>(NameComparer);
        foreach (var member in value.EnumerateObject())
        {
            var name = member.Name;
            if ((!mayRepeat && !known.Contains(name)) || members.TryAdd(name, member.Value) || Duplicate is not null)
                continue;
            _place.Enter(name);
            Duplicate = KnownProblems.DuplicateKey(_place.ToString());
            _place.Leave();
        }
        return members;
    }

    private StringComparer NameComparer => options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

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
