using System.Text.Json;
using System.Text.Unicode;
using Framework.Problems;

namespace Framework.Binding;

/// <summary>Finds what is wrong with a text as JSON: its syntax, its depth, keys named twice, bytes after the end.
/// It does not compare names without case, because that depends on the type: a dictionary's keys have a case.</summary>
/// <param name="maxDepth">How many levels there may be.</param>
/// <param name="options">What else the text may hold.</param>
/// <param name="mayRepeat">Whether a key may be named twice, so that all must be kept.</param>
internal sealed class JsonSyntaxCheck(int maxDepth, JsonSerializerOptions options, bool mayRepeat)
{
    // The sets of closed levels are used again: a body may open and close as many levels as it has brackets.
    private readonly List<Level> _levels = [];
    private int _depth;

    public Problem? Find(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions
        {
            MaxDepth = int.MaxValue,
            AllowMultipleValues = true,
            CommentHandling = options.ReadCommentHandling,
            AllowTrailingCommas = options.AllowTrailingCommas,
        });
        try
        {
            return Scan(ref reader, json);
        }
        catch (JsonException exception)
        {
            return KnownProblems.MalformedJson(
                $"The syntax is wrong at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            return KnownProblems.MalformedJson(
                $"The text at byte {reader.TokenStartIndex} is not valid Unicode: it breaks UTF-8 or holds half of a surrogate pair.");
        }
    }

    private Problem? Scan(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var ended = false;
        while (reader.Read())
        {
            if (ended)
                return KnownProblems.TrailingBytes(reader.TokenStartIndex);
            if (Enter(ref reader) is { } problem)
                return problem;
            ended = _depth == 0;
            if (ended && !json[(int)reader.BytesConsumed..].Trim(" \t\r\n"u8).IsEmpty)
                return KnownProblems.TrailingBytes(reader.BytesConsumed);
        }
        return ended ? null : KnownProblems.MalformedJson("There is no JSON value.");
    }

    private Problem? Enter(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                return EnterProperty(reader.GetString()!);
            case JsonTokenType.String:
                CheckText(ref reader);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _depth--;
                return null;
        }
        if (_depth > 0)
            _levels[_depth - 1].Next();
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            if (_depth == maxDepth)
                return KnownProblems.TooDeep(Path(), maxDepth);
            if (_depth == _levels.Count)
                _levels.Add(new Level());
            _levels[_depth++].Begin(reader.TokenType == JsonTokenType.StartObject);
        }
        return null;
    }

    // Reading a text that is none throws.
    private static void CheckText(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped || !Utf8.IsValid(reader.ValueSpan))
            _ = reader.GetString();
    }

    private Problem? EnterProperty(string name) => _levels[_depth - 1].Add(name, mayRepeat) ? null : KnownProblems.DuplicateKey(Path());

    private string Path() => _levels.Take(_depth).Aggregate(JsonPath.Root, (path, level) => level.Step(path));

    private sealed class Level
    {
        private bool _isObject;
        private int _index;
        private HashSet<string>? _names;
        private string _name = "";

        public void Begin(bool isObject)
        {
            (_isObject, _index, _name) = (isObject, -1, "");
            _names?.Clear();
        }

        /// <summary>Takes a key; false where the object has it already.</summary>
        public bool Add(string name, bool mayRepeat)
        {
            _name = name;
            return !mayRepeat || (_names ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);
        }

        public string Step(string path) => _isObject ? JsonPath.Property(path, _name) : JsonPath.Item(path, _index);

        public void Next() => _index++;
    }
}
