using System.Text.Json;
using Framework.Http;

namespace Framework.HttpEvents;

/// <summary>Walks through the JSON of an event, forward and once. A text is decoded only where it is used.</summary>
internal ref struct EventJson(ReadOnlyMemory<byte> payload)
{
    private Utf8JsonReader _json = new(payload.Span);

    /// <summary>Steps to the next property of the object; false at the object's end.</summary>
    public bool NextProperty() => _json.Read() && _json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Steps to the next element of the array; false at the array's end.</summary>
    public bool NextElement() => _json.Read() && _json.TokenType != JsonTokenType.EndArray;

    /// <summary>Whether the current property has this name.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => _json.ValueTextEquals(name);

    /// <summary>The place of the current token.</summary>
    public readonly JsonText Current() => JsonText.Of(_json);

    /// <summary>Whether the current token is a text.</summary>
    public readonly bool IsText => _json.TokenType == JsonTokenType.String;

    /// <summary>Steps to the first token, or from the name of a property to its value.</summary>
    public void Step() => _json.Read();

    /// <summary>Steps over the current token and all that is inside it.</summary>
    public void SkipCurrent() => _json.Skip();

    /// <summary>Steps over the value of the current property.</summary>
    public void SkipValue()
    {
        _json.Read();
        _json.Skip();
    }

    /// <summary>Enters the object that is the value of the current property; skips any other value, such as null.</summary>
    public bool EnterObject() => Enter(JsonTokenType.StartObject);

    /// <summary>Enters the array that is the value of the current property; skips any other value, such as null.</summary>
    public bool EnterArray() => Enter(JsonTokenType.StartArray);

    /// <summary>Whether the value of the current property is true.</summary>
    public bool True()
    {
        var found = Next() == JsonTokenType.True;
        _json.Skip();
        return found;
    }

    /// <summary>The text of the current property; null for any other value.</summary>
    /// <param name="known">A text to return where the value is the same, so that no new string is made.</param>
    public string? Text(string? known = null)
    {
        if (Next() != JsonTokenType.String)
        {
            _json.Skip();
            return null;
        }
        return known is not null && _json.ValueTextEquals(known) ? known : _json.GetString();
    }

    /// <summary>The whole number of the current property; null for any other value.</summary>
    public long? Number()
    {
        if (Next() == JsonTokenType.Number)
            return _json.TryGetInt64(out var number) ? number : null;
        _json.Skip();
        return null;
    }

    /// <summary>Whether the text of the current property is this one.</summary>
    public bool TextIs(ReadOnlySpan<byte> text)
    {
        var found = Next() == JsonTokenType.String && _json.ValueTextEquals(text);
        _json.Skip();
        return found;
    }

    /// <summary>The place of the text of the current property; the default for any other value.</summary>
    public JsonText Place()
    {
        if (Next() == JsonTokenType.String)
            return JsonText.Of(_json);
        _json.Skip();
        return default;
    }

    /// <summary>The place of the object of the current property; the default for any other value.</summary>
    public Range PlaceOfObject()
    {
        var isObject = Next() == JsonTokenType.StartObject;
        var start = (int)_json.TokenStartIndex;
        _json.Skip();
        return isObject ? start..(int)_json.BytesConsumed : default;
    }

    /// <summary>The method that the current property names; empty for any other value.</summary>
    public string Method()
    {
        if (Next() != JsonTokenType.String)
        {
            _json.Skip();
            return "";
        }
        foreach (var method in HttpMethods.Known)
        {
            if (_json.ValueTextEquals(method))
                return method;
        }
        return _json.GetString()!;
    }

    private JsonTokenType Next()
    {
        _json.Read();
        return _json.TokenType;
    }

    private bool Enter(JsonTokenType start)
    {
        if (Next() == start)
            return true;
        _json.Skip();
        return false;
    }
}
