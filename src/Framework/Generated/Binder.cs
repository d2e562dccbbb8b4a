using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;
using Framework.Binding;
using Framework.Description;
using Framework.Http;
using Framework.Problems;
using Framework.Routing;

namespace Framework.Generated;

/// <summary>Reads the values of a handler's parameters from the request, and collects the errors. Generated code calls one
/// method for each parameter.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Binder
{
    private readonly Request _request;
    private readonly RouteValues _route;
    private readonly int _maxBodyBytes;
    private FieldErrors? _errors;
    private Problem? _bodyProblem;

    internal Binder(Request request, RouteValues route, int maxBodyBytes)
    {
        _request = request;
        _route = route;
        _maxBodyBytes = maxBodyBytes;
    }

    /// <summary>The problem of the request; null where all values are right.</summary>
    internal Problem? Problem => _errors is null ? _bodyProblem : KnownProblems.InvalidParameters(_errors);

    /// <summary>A value that is required.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="parser">How it is read.</param>
    public T Required<T>(ParameterSource source, string name, ValueParser<T> parser)
    {
        ArgumentNullException.ThrowIfNull(parser);
        var text = Find(source, name);
        if (text is not null)
            return Parse(name, text, parser);
        Fail(name, $"Is missing from the {Place(source)}. Must be {parser.Expected}.");
        return default!;
    }

    /// <summary>A value that may be left out. An empty value, as in <c>?page=</c>, counts as left out.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="parser">How it is read.</param>
    /// <param name="absent">What it is when it is left out.</param>
    public T Optional<T>(ParameterSource source, string name, ValueParser<T> parser, T absent)
    {
        ArgumentNullException.ThrowIfNull(parser);
        return Find(source, name) is { Length: > 0 } text ? Parse(name, text, parser) : absent;
    }

    /// <summary>A value that is null when it is left out or empty.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="parser">How it is read.</param>
    public T? Nullable<T>(ParameterSource source, string name, ValueParser<T> parser) where T : struct
    {
        ArgumentNullException.ThrowIfNull(parser);
        return Find(source, name) is { Length: > 0 } text ? Parse(name, text, parser) : null;
    }

    /// <summary>Every value of a name that may be repeated; a header's values are also split at commas. Where the only
    /// value is empty, there is none.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="name">Their name there.</param>
    /// <param name="parser">How each is read.</param>
    /// <returns>The values in order; empty where there is none.</returns>
    public T[] Many<T>(ParameterSource source, string name, ValueParser<T> parser)
    {
        ArgumentNullException.ThrowIfNull(parser);
        var texts = source == ParameterSource.Header
            ? _request.Headers[name]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []
            : _request.Query.All(name);
        if (texts is [""])
            return [];
        var values = new T[texts.Count];
        for (var index = 0; index < values.Length && _errors?.HasMore != true; index++)
            values[index] = Parse(texts.Count == 1 ? name : $"{name}[{index}]", texts[index], parser);
        return values;
    }

    /// <summary>Every value of a name that may be left out altogether.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="name">Their name there.</param>
    /// <param name="parser">How each is read.</param>
    /// <returns>The values in order; null where the request does not have the name.</returns>
    public T[]? OptionalMany<T>(ParameterSource source, string name, ValueParser<T> parser)
    {
        var values = Many(source, name, parser);
        return values.Length > 0 || (source == ParameterSource.Header && Find(source, name) is not null) ? values : null;
    }

    /// <summary>The JSON body.</summary>
    /// <param name="type">The body's type.</param>
    /// <param name="allowsNullItems">Whether lists and dictionaries in it may hold nulls.</param>
    /// <returns>The body; null where the request has none that can be read.</returns>
    public T? Body<T>(JsonTypeInfo<T> type, bool allowsNullItems = false)
    {
        ArgumentNullException.ThrowIfNull(type);
        _bodyProblem = JsonBody.Read(_request, type, _maxBodyBytes, allowsNullItems, out var value);
        return value;
    }

    /// <summary>The JSON body, which may be left out.</summary>
    /// <param name="type">The body's type.</param>
    /// <param name="allowsNullItems">Whether lists and dictionaries in it may hold nulls.</param>
    /// <returns>The body; null where the request has none.</returns>
    public T? OptionalBody<T>(JsonTypeInfo<T> type, bool allowsNullItems = false) =>
        _request.Body.IsEmpty ? default : Body(type, allowsNullItems);

    private T Parse<T>(string name, string text, ValueParser<T> parser)
    {
        if (parser.Parse(text, out var value))
            return value;
        Fail(name, $"Must be {parser.Expected}.");
        return default!;
    }

    private string? Find(ParameterSource source, string name) => source switch
    {
        ParameterSource.Route => _route[name],
        ParameterSource.Query => _request.Query.TryGet(name, out var value) ? value : null,
        _ => _request.Headers[name],
    };

    private static string Place(ParameterSource source) => source switch
    {
        ParameterSource.Route => "path",
        ParameterSource.Query => "query string",
        _ => "headers",
    };

    private void Fail(string name, string message) => (_errors ??= new FieldErrors()).Add(name, message);
}
