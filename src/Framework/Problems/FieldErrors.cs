namespace Framework.Problems;

/// <summary>Messages gathered by field, in the order in which the fields first failed.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, IReadOnlyList<string>> _messages = [];

    public bool IsEmpty => _messages.Count == 0;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByField => _messages;

    /// <summary>Adds a message, once: rules that others include are also run by themselves.</summary>
    public void Add(string field, string message)
    {
        if (!_messages.TryGetValue(field, out var known))
            _messages[field] = new List<string> { message };
        else if (!known.Contains(message))
            ((List<string>)known).Add(message);
    }
}
