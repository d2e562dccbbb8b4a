using System.Text.Json;

namespace Framework.DynamoDB.Wire;

/// <summary>Reads a value, from its first token to its last.</summary>
internal delegate T ValueReader<out T>(ref Utf8JsonReader json);

/// <summary>Goes through the members of JSON objects.</summary>
internal static class JsonMembers
{
    /// <summary>Moves to the next name of an object, from its start or from the end of a value.</summary>
    /// <returns>False at the object's end.</returns>
    public static bool NextMember(this ref Utf8JsonReader json)
    {
        if (!json.Read() || json.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndObject))
            throw new JsonException("The response is not the JSON of its operation.");
        return json.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Leaves out the value of the member.</summary>
    public static void SkipMember(this ref Utf8JsonReader json)
    {
        json.Read();
        json.Skip();
    }

    /// <summary>The value of the member.</summary>
    public static T Member<T>(this ref Utf8JsonReader json, ValueReader<T> read)
    {
        json.Read();
        return read(ref json);
    }

    public static string Text(ref Utf8JsonReader json) => json.GetString() ?? "";

    /// <summary>An object whose names are anyone's; null for null.</summary>
    public static Dictionary<string, T>? Map<T>(this ref Utf8JsonReader json, ValueReader<T> read)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        var map = new Dictionary<string, T>();
        while (json.NextMember())
        {
            var name = json.GetString()!;
            json.Read();
            map[name] = read(ref json);
        }
        return map;
    }

    /// <summary>An array; null for null.</summary>
    public static List<T>? List<T>(this ref Utf8JsonReader json, ValueReader<T> read)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        var list = new List<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            list.Add(read(ref json));
        return list;
    }
}
