using System.Buffers;
using System.Text;
using Framework.Http;

namespace Framework.HttpEvents;

/// <summary>Makes a query string of an event's maps, because the event does not have the text that the client sent. Values of one
/// name keep their order; the order of different names is that of the map.</summary>
internal static class EventQuery
{
    // The characters of an encoded query string, without those that end a name or a value.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*+,;:@/?%");

    /// <summary>The query string.</summary>
    /// <param name="payload">The event.</param>
    /// <param name="single">The place of the map of names and their last values.</param>
    /// <param name="multiple">The place of the map of names and all their values, which wins.</param>
    /// <param name="isEncoded">Whether names and values are still percent-encoded.</param>
    public static QueryString Read(ReadOnlyMemory<byte> payload, Range single, Range multiple, bool isEncoded)
    {
        var query = new StringBuilder();
        ReadMap(payload[multiple], query, isMultiple: true, isEncoded);
        if (query.Length == 0)
            ReadMap(payload[single], query, isMultiple: false, isEncoded);
        return new QueryString(query.ToString());
    }

    private static void ReadMap(ReadOnlyMemory<byte> map, StringBuilder query, bool isMultiple, bool isEncoded)
    {
        if (map.IsEmpty)
            return;
        var json = new EventJson(map);
        json.Step();
        while (json.NextProperty())
        {
            var name = Encode(json.Current().Decode(map), isEncoded);
            if (!isMultiple)
            {
                json.Step();
                Append(ref json, map, name, query, isEncoded);
            }
            else if (json.EnterArray())
            {
                while (json.NextElement())
                    Append(ref json, map, name, query, isEncoded);
            }
        }
    }

    private static void Append(
        ref EventJson json, ReadOnlyMemory<byte> map, string name, StringBuilder query, bool isEncoded)
    {
        if (!json.IsText)
        {
            json.SkipCurrent();
            return;
        }
        if (query.Length > 0)
            query.Append('&');
        query.Append(name).Append('=').Append(Encode(json.Current().Decode(map), isEncoded));
    }

    private static string Encode(string text, bool isEncoded)
    {
        if (!isEncoded)
            return Uri.EscapeDataString(text);
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return text;
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && Plain.Contains((char)rune.Value))
                encoded.Append((char)rune.Value);
            else
                encoded.Append(Uri.EscapeDataString(rune.ToString()));
        }
        return encoded.ToString();
    }
}
