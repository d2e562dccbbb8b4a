using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Framework.Problems;

namespace Framework.Binding;

/// <summary>Compares a JSON text with the type that is read from it, and names the places that do not fit, up to as many as a
/// problem lists. It reads the text once and keeps no copy of it. The text is one JSON value of the right syntax and
/// depth.</summary>
internal sealed class JsonShapeCheck(JsonSerializerOptions options, bool allowsNullItems, bool mayRepeat, FieldErrors errors)
{
    private readonly JsonPlace _place = new();
    private readonly Dictionary<JsonTypeInfo, Dictionary<string, JsonPropertyInfo>> _properties = [];

    /// <summary>A name that an object holds twice, in different cases; null where there is none.</summary>
    public Problem? Duplicate { get; private set; }

    /// <summary>Checks a text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="type">The type that is read from it.</param>
    public void Check(ReadOnlySpan<byte> json, JsonTypeInfo type)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions
        {
            MaxDepth = options.MaxDepth,
            CommentHandling = options.ReadCommentHandling,
            AllowTrailingCommas = options.AllowTrailingCommas,
        });
        reader.Read();
        Check(ref reader, type);
    }

    // The reader stands on the first token of a value, and afterwards on its last. Where the list of errors is full, it may
    // be anywhere: nothing is read any more.
    private void Check(ref Utf8JsonReader reader, JsonTypeInfo type)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            if (_place.IsRoot || !JsonContract.TakesNull(type.Type))
                Fail("Must not be null.");
        }
        else if (reader.TokenType == JsonTokenType.StartObject && type.PolymorphismOptions is { } choice)
        {
            CheckChoice(ref reader, type, choice);
        }
        else
        {
            CheckKind(ref reader, type);
        }
    }

    private void CheckKind(ref Utf8JsonReader reader, JsonTypeInfo type)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when reader.TokenType == JsonTokenType.StartObject:
                CheckObject(ref reader, type);
                break;
            case JsonTypeInfoKind.Enumerable when reader.TokenType == JsonTokenType.StartArray:
                CheckItems(ref reader, type);
                break;
            case JsonTypeInfoKind.Dictionary when reader.TokenType == JsonTokenType.StartObject:
                CheckEntries(ref reader, type);
                break;
            case JsonTypeInfoKind.None:
                CheckScalar(ref reader, type);
                break;
            default:
                Fail($"Must be {JsonTypeWords.Of(type)}.");
                reader.Skip();
                break;
        }
    }

    private void CheckObject(ref Utf8JsonReader reader, JsonTypeInfo type)
    {
        var properties = Properties(type);
        var refusesUnknown = (type.UnmappedMemberHandling ?? options.UnmappedMemberHandling) == JsonUnmappedMemberHandling.Disallow;
        var seen = new HashSet<string>(NameComparer);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var isKnown = properties.TryGetValue(name, out var property);
            if ((isKnown || mayRepeat) && !seen.Add(name))
                Duplicate ??= KnownProblems.DuplicateKey(_place.Of(name));
            // Names that begin so belong to System.Text.Json, such as a discriminator.
            if (!isKnown && refusesUnknown && !name.StartsWith('$'))
                errors.Add(_place.Of(name), "Is not known.");
            if (isKnown)
                CheckProperty(ref reader, property!, type);
            else
                reader.Skip();
            if (errors.HasMore)
                return;
        }
        CheckRequired(type, seen);
    }

    private void CheckProperty(ref Utf8JsonReader reader, JsonPropertyInfo property, JsonTypeInfo type)
    {
        _place.Enter(property.Name);
        if (!JsonContract.IsRead(property))
            reader.Skip();
        else if (reader.TokenType == JsonTokenType.Null && !JsonContract.TakesNull(property, options))
            Fail($"Must not be null. Must be {JsonTypeWords.Of(TypeOf(property.PropertyType))}.");
        else if (JsonContract.HasOwnForm(property, type))
            reader.Skip();
        else
            Check(ref reader, TypeOf(property.PropertyType));
        _place.Leave();
    }

    private void CheckRequired(JsonTypeInfo type, HashSet<string> seen)
    {
        foreach (var property in type.Properties)
        {
            if (property.IsRequired && JsonContract.IsRead(property) && !seen.Contains(property.Name))
                errors.Add(_place.Of(property.Name), $"Is missing. Must be {JsonTypeWords.Of(TypeOf(property.PropertyType))}.");
        }
    }

    private void CheckItems(ref Utf8JsonReader reader, JsonTypeInfo type)
    {
        var itemType = TypeOf(type.ElementType!);
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray && !errors.HasMore; index++)
        {
            _place.Enter(index);
            CheckItem(ref reader, itemType);
            _place.Leave();
        }
    }

    private void CheckEntries(ref Utf8JsonReader reader, JsonTypeInfo type)
    {
        var itemType = TypeOf(type.ElementType!);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !errors.HasMore)
        {
            _place.Enter(reader.GetString()!);
            reader.Read();
            CheckItem(ref reader, itemType);
            _place.Leave();
        }
    }

    private void CheckItem(ref Utf8JsonReader reader, JsonTypeInfo type)
    {
        if (reader.TokenType == JsonTokenType.Null && !allowsNullItems && !type.Type.IsValueType && !JsonContract.IsAnyJson(type.Type))
            Fail($"Must not be null. Must be {JsonTypeWords.Of(type)}.");
        else
            Check(ref reader, type);
    }

    // One of several types; a discriminator names the type, such as $type.
    private void CheckChoice(ref Utf8JsonReader reader, JsonTypeInfo type, JsonPolymorphismOptions choice)
    {
        var discriminator = new JsonDiscriminator(choice);
        var isThere = discriminator.Find(reader, out var chosen);
        if (chosen is not null)
        {
            CheckKind(ref reader, TypeOf(chosen));
        }
        else if (!isThere && !type.Type.IsAbstract)
        {
            CheckKind(ref reader, type);
        }
        else
        {
            errors.Add(_place.Of(discriminator.Name), isThere ? discriminator.Expected : $"Is missing. {discriminator.Expected}");
            reader.Skip();
        }
    }

    private void CheckScalar(ref Utf8JsonReader reader, JsonTypeInfo type)
    {
        var value = reader;
        try
        {
            JsonSerializer.Deserialize(ref value, type);
        }
        catch (JsonException)
        {
            Fail($"Must be {JsonTypeWords.Of(type)}.");
        }
        reader.Skip();
    }

    private void Fail(string message) => errors.Add(_place.ToString(), message);

    private Dictionary<string, JsonPropertyInfo> Properties(JsonTypeInfo type)
    {
        if (!_properties.TryGetValue(type, out var properties))
            _properties[type] = properties = type.Properties.ToDictionary(property => property.Name, NameComparer);
        return properties;
    }

    private StringComparer NameComparer => options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private JsonTypeInfo TypeOf(Type type) => options.GetTypeInfo(type);
}
