using Framework.Http;

namespace Framework.Cors;

/// <summary>Which pages of other origins may read the responses. Closed until an origin is allowed.</summary>
public sealed class CorsPolicy
{
    private readonly HashSet<string> _origins = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _headers = new(["authorization", "content-type"], StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _exposed = new(["etag", "location", "retry-after"], StringComparer.OrdinalIgnoreCase);
    private TimeSpan _maxAge = TimeSpan.FromMinutes(5);
    private bool _isFrozen;

    /// <summary>Whether any origin may read the responses.</summary>
    public bool AllowsAnyOrigin { get; private set; }

    /// <summary>Whether a browser may send credentials along.</summary>
    public bool AllowsCredentials { get; private set; }

    /// <summary>Whether the policy lets any page of another origin read a response.</summary>
    public bool IsOpen => AllowsAnyOrigin || _origins.Count > 0;

    /// <summary>Whether the gateway sets the headers where it can: in front of an HTTP API and a function URL.</summary>
    public bool IsLeftToGateway { get; internal set; }

    /// <summary>Lets a page of an origin read the responses.</summary>
    /// <param name="origin">Scheme, host and port as a browser sends them, <c>https://todo.example.com</c>; or
    /// <c>*</c>.</param>
    /// <exception cref="ArgumentException">The text is not an origin.</exception>
    public CorsPolicy AllowOrigin(string origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ThrowIfFrozen();
        if (origin == "*")
            AllowsAnyOrigin = true;
        else
            _origins.Add(Checked(origin));
        return this;
    }

    /// <summary>Lets a browser send cookies and client certificates along. Bearer tokens need no such permission.</summary>
    public CorsPolicy AllowCredentials()
    {
        ThrowIfFrozen();
        AllowsCredentials = true;
        return this;
    }

    /// <summary>Lets a page send more headers than <c>authorization</c>, <c>content-type</c> and those that the endpoints
    /// read.</summary>
    /// <param name="names">The headers' names.</param>
    /// <exception cref="ArgumentException">A name cannot be that of a header.</exception>
    public CorsPolicy AllowHeaders(params IEnumerable<string> names)
    {
        ThrowIfFrozen();
        _headers.UnionWith(names.Select(HeaderText.CheckedName));
        return this;
    }

    /// <summary>Lets a page read more headers of the response than <c>etag</c>, <c>location</c> and
    /// <c>retry-after</c>.</summary>
    /// <param name="names">The headers' names.</param>
    /// <exception cref="ArgumentException">A name cannot be that of a header.</exception>
    public CorsPolicy ExposeHeaders(params IEnumerable<string> names)
    {
        ThrowIfFrozen();
        _exposed.UnionWith(names.Select(HeaderText.CheckedName));
        return this;
    }

    /// <summary>How long a browser may keep the response to a preflight; five minutes by default.</summary>
    /// <param name="age">The time; browsers cut it to their own limit.</param>
    public CorsPolicy MaxAge(TimeSpan age)
    {
        ThrowIfFrozen();
        _maxAge = age;
        return this;
    }

    /// <summary>Leaves CORS to a gateway that has it configured: the function then sets none of its headers and answers no preflight.
    /// The environment variable <c>FRAMEWORK_CORS</c>, <c>gateway</c> or <c>function</c>, overrides it for one function. It holds behind an HTTP API and a
    /// function URL, which would ignore the function's headers or send them twice; REST APIs and load balancers have no CORS of their own, so
    /// behind them the function always answers.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html">API Gateway's
    /// documentation</see> and <see href="https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors">Lambda's</see>.
    /// The gateway has one policy for all routes, so <c>[Cors]</c> of an endpoint has no effect there.</remarks>
    public CorsPolicy LeaveToGateway()
    {
        ThrowIfFrozen();
        IsLeftToGateway = true;
        return this;
    }

    /// <summary>Whether the function sets the headers of a response to this front door.</summary>
    internal bool AnswersAt(FrontDoor frontDoor) => !IsLeftToGateway || frontDoor is FrontDoor.RestApi or FrontDoor.LoadBalancer;

    /// <summary>The origins by name; <c>*</c> alone where any may read.</summary>
    internal IEnumerable<string> Origins => AllowsAnyOrigin ? ["*"] : _origins.Order(StringComparer.Ordinal);

    /// <summary>The headers that a page may send, without those that endpoints read.</summary>
    internal IEnumerable<string> Headers => _headers;

    /// <summary>The headers that a page may read.</summary>
    internal IEnumerable<string> Exposed => _exposed;

    /// <summary>How long a browser may keep the response to a preflight.</summary>
    internal TimeSpan Age => _maxAge;

    /// <summary>The same policy with other origins, as an endpoint's attribute says.</summary>
    internal CorsPolicy WithOrigins(IReadOnlyList<string> origins, bool allowCredentials)
    {
        var policy = new CorsPolicy().AllowHeaders(_headers).ExposeHeaders(_exposed).MaxAge(_maxAge);
        policy.IsLeftToGateway = IsLeftToGateway;
        foreach (var origin in origins)
            policy.AllowOrigin(origin);
        return allowCredentials ? policy.AllowCredentials() : policy;
    }

    /// <summary>Marks the service as built: the policy does not change any more.</summary>
    internal void Freeze() => _isFrozen = true;

    /// <summary>Refuses a policy that browsers refuse and that would allow too much.</summary>
    /// <exception cref="InvalidOperationException">Any origin is allowed with credentials.</exception>
    internal void Check()
    {
        if (AllowsAnyOrigin && AllowsCredentials)
            throw new InvalidOperationException("CORS allows any origin with credentials: name the origins instead of '*'.");
    }

    /// <summary>Sets the headers of a response to a page of an origin.</summary>
    internal void Apply(string? origin, ResponseHeaders headers)
    {
        if (!IsOpen)
            return;
        if (!AllowsAnyOrigin)
            headers.Append("vary", "Origin");
        if (origin is null || !Allows(origin))
            return;
        headers["access-control-allow-origin"] = AllowsAnyOrigin ? "*" : origin;
        if (AllowsCredentials)
            headers["access-control-allow-credentials"] = "true";
        if (_exposed.Count > 0)
            headers["access-control-expose-headers"] = string.Join(", ", _exposed);
    }

    /// <summary>Sets the headers of the response to a preflight.</summary>
    internal void ApplyPreflight(string origin, string allow, IEnumerable<string> endpointHeaders, ResponseHeaders headers)
    {
        Apply(origin, headers);
        headers["access-control-expose-headers"] = null;
        if (!IsOpen || !Allows(origin))
            return;
        headers["access-control-allow-methods"] = allow;
        headers["access-control-allow-headers"] =
            string.Join(", ", _headers.Union(endpointHeaders, StringComparer.OrdinalIgnoreCase));
        headers["access-control-max-age"] =
            ((long)_maxAge.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        headers.Append("vary", "Access-Control-Request-Method");
        headers.Append("vary", "Access-Control-Request-Headers");
    }

    private void ThrowIfFrozen()
    {
        if (_isFrozen)
            throw new InvalidOperationException("The service is built: set its CORS policy before Build().");
    }

    private bool Allows(string origin) => AllowsAnyOrigin || _origins.Contains(origin);

    private static string Checked(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), origin, StringComparison.Ordinal)
            ? origin
            : throw new ArgumentException(
                $"'{origin}' is not an origin: write scheme, host and port without a path, such as https://todo.example.com.",
                nameof(origin));
}
