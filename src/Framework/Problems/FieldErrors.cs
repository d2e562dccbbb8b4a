namespace Framework.Problems;

/// <summary>Messages gathered by field, in the order in which the fields first failed.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, IReadOnlyList<string>> _messages = [];

    public bool IsEmpty => _messages.Count == 0;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByField => _messages;

    public void Add(string field, string message)
    {
        if (_messages.TryGetValue(field, out var known))
            ((List<string>)known).Add(message);
        else
            _messages[field] = new List<string> { message };
    }
}
