using System.Collections;

namespace Framework.Authorizers;

/// <summary>What an authorizer knows of a caller: the claims of <c>Caller</c> in the endpoints behind it. It is flat, as API Gateway
/// wants it: texts, numbers and booleans.</summary>
public sealed class AuthorizerContext : IEnumerable<KeyValuePair<string, object>>
{
    // A REST API takes "claims" for those of a Cognito authorizer, and "principalId" is the result's own.
    private static readonly string[] Reserved = ["claims", "principalId"];

    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    /// <summary>Adds a text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentException">The name is empty, reserved (<c>claims</c>, <c>principalId</c>) or there already.</exception>
    public void Add(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Put(name, value);
    }

    /// <summary>Adds a whole number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentException">The name is empty, reserved (<c>claims</c>, <c>principalId</c>) or there already.</exception>
    public void Add(string name, long value) => Put(name, value);

    /// <summary>Adds a number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentException">The name is empty, reserved (<c>claims</c>, <c>principalId</c>) or there already, or the
    /// number is not finite.</exception>
    public void Add(string name, double value) =>
        Put(name, double.IsFinite(value) ? value : throw new ArgumentException($"'{name}' is not a finite number.", nameof(value)));

    /// <summary>Adds a boolean.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The boolean.</param>
    /// <exception cref="ArgumentException">The name is empty, reserved (<c>claims</c>, <c>principalId</c>) or there already.</exception>
    public void Add(string name, bool value) => Put(name, value);

    /// <summary>The names and values, in the order in which they were added.</summary>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Put(string name, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (Reserved.Contains(name))
            throw new ArgumentException($"'{name}' is reserved: give the value another name.", nameof(name));
        _values.Add(name, value);
    }
}
