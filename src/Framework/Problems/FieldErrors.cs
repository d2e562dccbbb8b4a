namespace Framework.Problems;

/// <summary>Messages by field, in the order in which the fields first failed. The list and each text in it have a limit, so
/// that a request cannot make its response very long.</summary>
internal sealed class FieldErrors
{
    /// <summary>How many messages a problem lists.</summary>
    public const int Max = 50;

    // What repeats a message is not listed, but has an end as well: a place with a long name is cut to the same text as others.
    private const int MaxAdded = 1000;

    private const int MaxText = 500;

    private readonly Dictionary<string, IReadOnlyList<string>> _messages = [];
    private int _count;
    private int _added;

    public bool IsEmpty => _messages.Count == 0;

    /// <summary>Whether there are more errors than are listed: the search for errors stops here.</summary>
    public bool HasMore { get; private set; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByField => _messages;

    /// <summary>Adds a message, once: rules that others include are also run by themselves.</summary>
    public void Add(string field, string message)
    {
        HasMore |= ++_added > MaxAdded;
        if (HasMore)
            return;
        var name = Cut(field);
        var text = Cut(message);
        var known = (List<string>?)_messages.GetValueOrDefault(name);
        if (known?.Contains(text) == true)
            return;
        HasMore |= _count == Max;
        if (HasMore)
            return;
        _count++;
        if (known is null)
            _messages[name] = new List<string> { text };
        else
            known.Add(text);
    }

    private static string Cut(string text) =>
        text.Length <= MaxText ? text : $"{text[..(char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText)]}…";
}
