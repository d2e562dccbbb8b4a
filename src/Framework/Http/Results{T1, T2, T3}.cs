namespace Framework.Http;

/// <summary>One of several responses. The description of the endpoint lists each, and so does what reads it.</summary>
/// <typeparam name="T1">A response.</typeparam>
/// <typeparam name="T2">A response.</typeparam>
/// <typeparam name="T3">A response.</typeparam>
public readonly record struct Results<T1, T2, T3>
    where T1 : HttpResult
    where T2 : HttpResult
    where T3 : HttpResult
{
    private Results(HttpResult? value) => Value = value;

    /// <summary>The response; null, the default, is a 404.</summary>
    public HttpResult? Value { get; }

    /// <summary>The first of the responses.</summary>
    public static implicit operator Results<T1, T2, T3>(T1? result) => new(result);

    /// <summary>The second of the responses.</summary>
    public static implicit operator Results<T1, T2, T3>(T2? result) => new(result);

    /// <summary>The third of the responses.</summary>
    public static implicit operator Results<T1, T2, T3>(T3? result) => new(result);
}
