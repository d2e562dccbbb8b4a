using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Framework.Binding;

/// <summary>The property by which an object says which of several types it is, such as <c>$type</c>.</summary>
internal readonly struct JsonDiscriminator(JsonPolymorphismOptions choice)
{
    /// <summary>The property's name.</summary>
    public string Name => choice.TypeDiscriminatorPropertyName;

    /// <summary>The values that it may have, in words.</summary>
    public string Expected
    {
        get
        {
            var values = choice.DerivedTypes.Where(derived => derived.TypeDiscriminator is not null).Select(derived => derived.TypeDiscriminator);
            return $"Must be one of {string.Join(", ", values)}.";
        }
    }

    /// <summary>Looks ahead in an object for the property.</summary>
    /// <param name="reader">A reader on the start of the object.</param>
    /// <param name="chosen">The type that its value names; null where it names none.</param>
    /// <returns>Whether the object has the property.</returns>
    public bool Find(Utf8JsonReader reader, out Type? chosen)
    {
        chosen = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFound = reader.ValueTextEquals(Name);
            reader.Read();
            if (isFound)
            {
                chosen = Named(reader);
                return true;
            }
            reader.Skip();
        }
        return false;
    }

    private Type? Named(Utf8JsonReader value)
    {
        foreach (var derived in choice.DerivedTypes)
        {
            if (Is(value, derived.TypeDiscriminator))
                return derived.DerivedType;
        }
        return null;
    }

    private static bool Is(Utf8JsonReader value, object? discriminator) => discriminator switch
    {
        string text => value.TokenType == JsonTokenType.String && value.ValueTextEquals(text),
        int number => value.TokenType == JsonTokenType.Number && value.TryGetInt32(out var given) && given == number,
        _ => false,
    };
}
