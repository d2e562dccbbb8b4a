using System.Text;
using Framework.Http;

namespace Framework.HttpEvents;

/// <summary>Reads the headers of an event into a request. Cookies have a place of their own, as in payload format 2.0, so that
/// a request is the same at every front door.</summary>
internal static class EventHeaders
{
    private const string Cookie = "cookie";

    /// <summary>Reads the maps of an event. Multiple values hold all that the single ones do; a hand-made event may have the single
    /// ones alone.</summary>
    public static void ReadMaps(ReadOnlyMemory<byte> single, ReadOnlyMemory<byte> multiple, Request request)
    {
        ReadMap(multiple, request, isMultiValue: true);
        if (request.Headers.IsEmpty && request.Cookies.Count == 0)
            ReadMap(single, request, isMultiValue: false);
    }

    private static void ReadMap(ReadOnlyMemory<byte> map, Request request, bool isMultiValue)
    {
        if (map.IsEmpty)
            return;
        request.Headers.Read(map);
        var json = new EventJson(map);
        json.Step();
        if (isMultiValue)
            ReadMultiValue(ref json, map, request);
        else
            Read(ref json, map, request);
    }

    /// <summary>Reads the object of headers with one value each, which the JSON has just entered.</summary>
    public static void Read(ref EventJson json, ReadOnlyMemory<byte> payload, Request request)
    {
        while (json.NextProperty())
        {
            var name = json.Current();
            json.Step();
            if (json.IsText && name.Length != Cookie.Length)
                request.Headers.Add(new HeaderField(name, json.Current()));
            else
                Add(ref json, name, payload, request);
        }
    }

    /// <summary>Reads the object of headers with an array of values each, which the JSON has just entered.</summary>
    private static void ReadMultiValue(ref EventJson json, ReadOnlyMemory<byte> payload, Request request)
    {
        while (json.NextProperty())
        {
            var name = json.Current();
            if (!json.EnterArray())
                continue;
            while (json.NextElement())
                Add(ref json, name, payload, request);
        }
    }

    private static void Add(ref EventJson json, JsonText name, ReadOnlyMemory<byte> payload, Request request)
    {
        if (!json.IsText)
            json.SkipCurrent();
        else if (IsCookie(name, payload))
            AddCookies(request, json.Current().Decode(payload));
        else
            request.Headers.Add(new HeaderField(name, json.Current()));
    }

    private static bool IsCookie(JsonText name, ReadOnlyMemory<byte> payload) =>
        name is { Length: 6, IsEscaped: false } && Ascii.EqualsIgnoreCase(name.Raw(payload), Cookie);

    // A browser over HTTP/2 may send several Cookie headers (RFC 9113, section 8.2.3).
    private static void AddCookies(Request request, string header)
    {
        if (request.Cookies is not List<string> cookies)
            request.Cookies = cookies = [];
        cookies.AddRange(header.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }
}
