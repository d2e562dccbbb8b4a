using System.Text;
using System.Text.Json;

namespace Framework.Http;

/// <summary>A string inside the event's JSON, decoded only when somebody asks for it.</summary>
/// <param name="Start">Where the text starts, behind its opening quote.</param>
/// <param name="Length">Its length in bytes, as written.</param>
/// <param name="IsEscaped">Whether it holds JSON escapes.</param>
internal readonly record struct JsonText(int Start, int Length, bool IsEscaped)
{
    public static JsonText Of(in Utf8JsonReader reader) =>
        new((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, reader.ValueIsEscaped);

    public ReadOnlySpan<byte> Raw(ReadOnlyMemory<byte> json) => json.Span.Slice(Start, Length);

    /// <summary>The text. Where it holds half of a surrogate pair, which is not valid text, it keeps its escapes.</summary>
    public string Decode(ReadOnlyMemory<byte> json)
    {
        if (!IsEscaped)
            return Encoding.UTF8.GetString(Raw(json));
        try
        {
            var reader = Quoted(json);
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(Raw(json));
        }
    }

    /// <summary>Writes the decoded UTF-8 to a buffer of at least <see cref="Length"/> bytes.</summary>
    /// <returns>How many bytes were written.</returns>
    public int CopyTo(ReadOnlyMemory<byte> json, Span<byte> destination)
    {
        if (!IsEscaped)
        {
            Raw(json).CopyTo(destination);
            return Length;
        }
        var reader = Quoted(json);
        return reader.CopyString(destination);
    }

    private Utf8JsonReader Quoted(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span.Slice(Start - 1, Length + 2));
        reader.Read();
        return reader;
    }
}
