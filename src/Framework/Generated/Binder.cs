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
    private readonly RouteTemplate _route;
    private readonly int _maxBodyBytes;
    private FieldErrors? _errors;
    private Problem? _problem;
    private FormBody? _form;

    internal Binder(Request request, RouteTemplate route, int maxBodyBytes)
    {
        _request = request;
        _route = route;
        _maxBodyBytes = maxBodyBytes;
    }

    /// <summary>Whether all values so far are right, so that a record can be made of them.</summary>
    public bool IsComplete => _errors is null && _problem is null;

    /// <summary>The problem of the request; null where all values are right.</summary>
    internal Problem? Problem => _errors is null ? _problem : KnownProblems.InvalidParameters(_errors);

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
        var texts = FindAll(source, name);
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
    /// <param name="maxDepth">How many levels it may have; 0 for the limit of the JSON types.</param>
    /// <returns>The body; null where the request has none that can be read.</returns>
    public T? Body<T>(JsonTypeInfo<T> type, bool allowsNullItems = false, int maxDepth = 0)
    {
        ArgumentNullException.ThrowIfNull(type);
        var problem = JsonBody.Read(_request, type, _maxBodyBytes, allowsNullItems, maxDepth, out var value);
        _problem ??= problem;
        return value;
    }

    /// <summary>The JSON body, which may be left out.</summary>
    /// <param name="type">The body's type.</param>
    /// <param name="allowsNullItems">Whether lists and dictionaries in it may hold nulls.</param>
    /// <param name="maxDepth">How many levels it may have; 0 for the limit of the JSON types.</param>
    /// <returns>The body; null where the request has none.</returns>
    public T? OptionalBody<T>(JsonTypeInfo<T> type, bool allowsNullItems = false, int maxDepth = 0) =>
        _request.Body.IsEmpty ? default : Body(type, allowsNullItems, maxDepth);

    /// <summary>Reads the form, whose fields are read next.</summary>
    /// <param name="maxParts">How many fields and files there may be.</param>
    /// <returns>Whether it could be read.</returns>
    public bool ReadForm(int maxParts = 100)
    {
        var problem = FormReader.Read(_request, _maxBodyBytes, maxParts, out _form);
        _problem ??= problem;
        return problem is null;
    }

    /// <summary>Reads the form, which may be left out.</summary>
    /// <param name="maxParts">How many fields and files there may be.</param>
    /// <returns>Whether there is one that could be read.</returns>
    public bool ReadOptionalForm(int maxParts = 100) => !_request.Body.IsEmpty && ReadForm(maxParts);

    /// <summary>A file of the form.</summary>
    /// <param name="name">The name of its field.</param>
    public FormFile File(string name)
    {
        if (OptionalFile(name) is { } file)
            return file;
        Fail(name, "Is missing from the form. Must be a file.");
        return null!;
    }

    /// <summary>A file of the form that may be left out.</summary>
    /// <param name="name">The name of its field.</param>
    public FormFile? OptionalFile(string name) => Files(name) is [var first, ..] ? first : null;

    /// <summary>All files of a field.</summary>
    /// <param name="name">The name of the field.</param>
    public IReadOnlyList<FormFile> Files(string name) => _form?.Files(name) ?? [];

    /// <summary>The body's bytes.</summary>
    /// <param name="types">The media types that are taken; none for all.</param>
    public ReadOnlyMemory<byte> Bytes(params IReadOnlyList<string> types)
    {
        _problem ??= RawBody.Check(_request, _maxBodyBytes, types);
        return _request.Body;
    }

    /// <summary>The body's bytes, which may be left out.</summary>
    /// <param name="types">The media types that are taken; none for all.</param>
    public ReadOnlyMemory<byte>? OptionalBytes(params IReadOnlyList<string> types) => _request.Body.IsEmpty ? null : Bytes(types);

    /// <summary>The body as a stream over its bytes.</summary>
    /// <param name="types">The media types that are taken; none for all.</param>
    public Stream Stream(params IReadOnlyList<string> types) => RawBody.Open(Bytes(types));

    /// <summary>The body as a stream over its bytes, which may be left out.</summary>
    /// <param name="types">The media types that are taken; none for all.</param>
    public Stream? OptionalStream(params IReadOnlyList<string> types) => _request.Body.IsEmpty ? null : Stream(types);

    /// <summary>The version that the header <c>If-Match</c> names, which must be there.</summary>
    public IfMatch IfMatch()
    {
        if (OptionalIfMatch() is { } version)
            return version;
        _problem ??= KnownProblems.PreconditionRequired;
        return default;
    }

    /// <summary>The version that the header <c>If-Match</c> names.</summary>
    /// <returns>The version; null where the request has no such header.</returns>
    public IfMatch? OptionalIfMatch()
    {
        const string Header = "if-match";
        if (_request.Headers[Header] is not { } text)
            return null;
        if (!VersionHeader.TryRead(text, out var version))
            Fail(Header, $"Must be {VersionHeader.Expected}.");
        else if (version is null)
            _problem ??= KnownProblems.PreconditionFailed;
        return new IfMatch(version ?? 0);
    }

    private T Parse<T>(string name, string text, ValueParser<T> parser)
    {
        if (parser.Parse(text, out var value))
            return value;
        Fail(name, $"Must be {parser.Expected}.");
        return default!;
    }

    private string? Find(ParameterSource source, string name) => source switch
    {
        ParameterSource.Route => new RouteValues(_route, _request.Path)[name],
        ParameterSource.Query => _request.Query.TryGet(name, out var value) ? value : null,
        ParameterSource.Cookie => CookieText.Find(_request.Cookies, name),
        ParameterSource.Body => _form?.Find(name),
        _ => _request.Headers[name],
    };

    private IReadOnlyList<string> FindAll(ParameterSource source, string name) => source switch
    {
        ParameterSource.Query => _request.Query.All(name),
        ParameterSource.Cookie => CookieText.All(_request.Cookies, name),
        ParameterSource.Body => _form?.All(name) ?? [],
        _ => _request.Headers[name]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
    };

    private static string Place(ParameterSource source) => source switch
    {
        ParameterSource.Route => "path",
        ParameterSource.Query => "query string",
        ParameterSource.Cookie => "cookies",
        ParameterSource.Body => "form",
        _ => "headers",
    };

    private void Fail(string name, string message) => (_errors ??= new FieldErrors()).Add(name, message);
}
