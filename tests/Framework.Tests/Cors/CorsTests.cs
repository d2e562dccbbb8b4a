using Framework.Cors;
using Framework.Description;
using Framework.Http;
using Framework.Tests.Service;

namespace Framework.Tests.Cors;

public sealed class CorsTests
{
    private const string Page = "https://todo.example.com";

    [Fact]
    public async Task Without_a_policy_no_response_has_CORS_headers()
    {
        await using var service = New();

        var response = await service.SendAsync(From(Page, "GET"));

        Assert.DoesNotContain(response.Headers.Keys, name => name.StartsWith("access-control", StringComparison.OrdinalIgnoreCase));
        Assert.Null(response.Header("vary"));
    }

    [Fact]
    public async Task An_allowed_origin_reads_responses_and_errors()
    {
        await using var service = New(cors => cors.AllowOrigin(Page));

        foreach (var request in new[] { From(Page, "GET"), From(Page, "DELETE"), From(Page, "GET", "/nothing"), From(Page, "GET", "/closed"), From(Page, "GET", "/broken") })
        {
            var response = await service.SendAsync(request);
            Assert.Equal(Page, response.Header("access-control-allow-origin"));
            Assert.Equal("Origin", response.Header("vary"));
            Assert.Equal("etag, location, retry-after", response.Header("access-control-expose-headers"));
            Assert.Null(response.Header("access-control-allow-credentials"));
        }
    }

    [Theory]
    [InlineData("https://todo.example.com.evil.example")]
    [InlineData("https://eviltodo.example.com")]
    [InlineData("https://todo.example.com:444")]
    [InlineData("https://todo.example.com:443")]
    [InlineData("http://todo.example.com")]
    [InlineData("https://TODO.example.com")]
    [InlineData("https://todo.example.com/")]
    [InlineData("https://todo.example.com ")]
    [InlineData("null")]
    [InlineData("*")]
    [InlineData("")]
    public async Task Another_origin_reads_nothing_and_the_response_says_so_to_caches(string origin)
    {
        await using var service = New(cors => cors.AllowOrigin(Page));

        var response = await service.SendAsync(From(origin, "GET"));
        var preflight = await service.SendAsync(From(origin, "OPTIONS").With("access-control-request-method", "POST"));

        Assert.Null(response.Header("access-control-allow-origin"));
        Assert.Equal("Origin", response.Header("vary"));
        Assert.Null(preflight.Header("access-control-allow-origin"));
        Assert.Null(preflight.Header("access-control-allow-methods"));
    }

    [Fact]
    public async Task A_preflight_gets_the_methods_and_headers_without_signing_in()
    {
        await using var service = New(cors => cors.AllowOrigin(Page).AllowHeaders("x-app").MaxAge(TimeSpan.FromHours(1)));

        var response = await service.SendAsync(From(Page, "OPTIONS", "/closed").With("access-control-request-method", "GET"));

        Assert.Equal(204, response.Status);
        Assert.Equal(Page, response.Header("access-control-allow-origin"));
        Assert.Equal("GET, HEAD, OPTIONS", response.Header("access-control-allow-methods"));
        Assert.Equal("authorization, content-type, x-app, if-match", response.Header("access-control-allow-headers"));
        Assert.Equal("3600", response.Header("access-control-max-age"));
        Assert.Equal("Origin, Access-Control-Request-Method, Access-Control-Request-Headers", response.Header("vary"));
        Assert.Equal("", response.Body);
    }

    [Fact]
    public async Task An_endpoint_s_own_origins_take_the_place_of_the_service_s()
    {
        await using var service = New(cors => cors.AllowOrigin(Page));

        Assert.Null((await service.SendAsync(From(Page, "GET", "/own"))).Header("access-control-allow-origin"));
        Assert.Equal("https://other.example.com", (await service.SendAsync(From("https://other.example.com", "GET", "/own"))).Header("access-control-allow-origin"));
        foreach (var method in new[] { "GET", "HEAD" })
        {
            var preflight = From("https://other.example.com", "OPTIONS", "/own").With("access-control-request-method", method);
            Assert.Equal("https://other.example.com", (await service.SendAsync(preflight)).Header("access-control-allow-origin"));
        }
    }

    [Fact]
    public async Task An_endpoint_without_origins_is_closed_to_other_pages()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a", origins: [])], builder => builder.Cors.AllowOrigin("*"));

        Assert.Null((await service.SendAsync(From(Page, "GET", "/a"))).Header("access-control-allow-origin"));
    }

    [Fact]
    public async Task Any_origin_is_one_response_for_all_caches()
    {
        await using var service = New(cors => cors.AllowOrigin("*"));

        var response = await service.SendAsync(From(Page, "GET"));

        Assert.Equal(("*", null), (response.Header("access-control-allow-origin"), response.Header("vary")));
    }

    [Fact]
    public async Task Credentials_are_allowed_to_a_named_origin()
    {
        await using var service = New(cors => cors.AllowOrigin(Page).AllowCredentials().ExposeHeaders("etag"));

        var response = await service.SendAsync(From(Page, "GET"));

        Assert.Equal("true", response.Header("access-control-allow-credentials"));
        Assert.Equal("etag, location, retry-after", response.Header("access-control-expose-headers"));
    }

    [Fact]
    public void Any_origin_with_credentials_keeps_the_service_from_starting()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => New(cors => cors.AllowOrigin("*").AllowCredentials()));
        Assert.Equal("CORS allows any origin with credentials: name the origins instead of '*'.", exception.Message);
        Assert.Throws<InvalidOperationException>(() => new TestService(
            [new TestEndpoint("GET", "/a", _ => default, origins: ["*"], credentials: true)]));
    }

    [Theory]
    [InlineData("todo.example.com")]
    [InlineData("https://todo.example.com/")]
    [InlineData("https://todo.example.com:443")]
    [InlineData("https://todo.example.com/path")]
    [InlineData("https://*.example.com")]
    [InlineData("HTTPS://todo.example.com")]
    [InlineData("https://user@todo.example.com")]
    [InlineData("null")]
    [InlineData("")]
    public void What_is_no_origin_is_refused(string origin) => Assert.StartsWith(
        $"'{origin}' is not an origin: write scheme, host and port without a path, such as https://todo.example.com.",
        Assert.Throws<ArgumentException>(() => new CorsPolicy().AllowOrigin(origin)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_service_that_is_built_keeps_its_policy()
    {
        CorsPolicy? policy = null;
        await using var service = New(cors => policy = cors);

        Assert.All(
            new Action[]
            {
                () => policy!.AllowOrigin(Page), () => policy!.AllowCredentials(), () => policy!.AllowHeaders("x-a"),
                () => policy!.ExposeHeaders("x-a"), () => policy!.MaxAge(TimeSpan.Zero), () => policy!.LeaveToGateway(),
            },
            change => Assert.Equal(
                "The service is built: set its CORS policy before Build().", Assert.Throws<InvalidOperationException>(change).Message));
    }

    [Fact]
    public async Task An_endpoint_s_own_origins_keep_the_service_s_headers_and_age()
    {
        await using var service = New(cors => cors.AllowHeaders("x-app").ExposeHeaders("etag").MaxAge(TimeSpan.FromMinutes(1)));
        const string Other = "https://other.example.com";

        var response = await service.SendAsync(From(Other, "GET", "/own"));
        var preflight = await service.SendAsync(From(Other, "OPTIONS", "/own").With("access-control-request-method", "GET"));

        Assert.Equal("etag, location, retry-after", response.Header("access-control-expose-headers"));
        Assert.Null(response.Header("access-control-allow-credentials"));
        Assert.Equal("authorization, content-type, x-app", preflight.Header("access-control-allow-headers"));
        Assert.Equal("60", preflight.Header("access-control-max-age"));
        Assert.Null(preflight.Header("access-control-expose-headers"));
    }

    [Fact]
    public async Task A_page_caches_a_preflight_for_five_minutes()
    {
        await using var service = New(cors => cors.AllowOrigin("*"));

        var response = await service.SendAsync(From(Page, "OPTIONS").With("access-control-request-method", "GET"));

        Assert.Equal(("*", "300"), (response.Header("access-control-allow-origin"), response.Header("access-control-max-age")));
    }

    [Fact]
    public async Task Where_the_gateway_owns_CORS_the_function_sets_no_header_and_answers_no_preflight()
    {
        await using var service = New(cors => cors.AllowOrigin(Page).LeaveToGateway());

        foreach (var request in new[] { From(Page, "GET"), From(Page, "GET", "/nothing"), From(Page, "GET", "/closed"), From(Page, "GET", "/broken"), From("https://other.example.com", "GET", "/own"), From(Page, "OPTIONS").With("access-control-request-method", "POST") })
        {
            var response = await service.SendAsync(request);
            Assert.DoesNotContain(response.Headers.Keys, name => name.StartsWith("access-control", StringComparison.OrdinalIgnoreCase));
            Assert.Null(response.Header("vary"));
        }
    }

    [Theory]
    [InlineData("""{"httpMethod":"GET","path":"/open","headers":{"origin":"https://todo.example.com"},"requestContext":{"stage":"prod"}}""", true)]
    [InlineData("""{"httpMethod":"GET","path":"/open","headers":{"origin":"https://todo.example.com"},"requestContext":{"elb":{}}}""", true)]
    [InlineData("""{"version":"1.0","httpMethod":"GET","path":"/open","headers":{"origin":"https://todo.example.com"},"requestContext":{"stage":"$default"}}""", false)]
    [InlineData("""{"version":"2.0","rawPath":"/open","headers":{"origin":"https://todo.example.com"},"requestContext":{"domainName":"a.lambda-url.eu-central-1.on.aws","http":{"method":"GET"}}}""", false)]
    public async Task A_gateway_without_CORS_of_its_own_leaves_it_to_the_function(string payload, bool isFunctions)
    {
        await using var service = New(cors => cors.AllowOrigin(Page).LeaveToGateway());

        Assert.Equal(isFunctions ? Page : null, (await service.SendAsync(System.Text.Encoding.UTF8.GetBytes(payload))).Header("access-control-allow-origin"));
    }

    [Theory]
    [InlineData("gateway", null)]
    [InlineData("function", Page)]
    [InlineData("", Page)]
    public async Task The_environment_says_who_owns_CORS_of_one_function(string value, string? expected)
    {
        await using var service = new TestService(
            [new TestEndpoint("GET", "/open")], builder => builder.Cors.AllowOrigin(Page), environment: new() { ["FRAMEWORK_CORS"] = value });

        Assert.Equal(expected, (await service.SendAsync(From(Page, "GET"))).Header("access-control-allow-origin"));
    }

    [Fact]
    public async Task The_environment_overrides_what_the_code_says()
    {
        await using var service = new TestService(
            [new TestEndpoint("GET", "/open")], builder => builder.Cors.AllowOrigin(Page).LeaveToGateway(), environment: new() { ["FRAMEWORK_CORS"] = "function" });

        Assert.Equal(Page, (await service.SendAsync(From(Page, "GET"))).Header("access-control-allow-origin"));
    }

    [Fact]
    public void An_owner_that_is_none_is_reported() => Assert.Equal(
        "FRAMEWORK_CORS is 'api': set it to gateway where the gateway has CORS configured, else to function.",
        Assert.Throws<InvalidOperationException>(() => new TestService([], environment: new() { ["FRAMEWORK_CORS"] = "api" })).Message);

    private static HttpApiEvent From(string origin, string method, string path = "/open") =>
        new HttpApiEvent(method, path).With("origin", origin);

    private static TestService New(Action<CorsPolicy>? cors = null) => new(
        [
            new TestEndpoint("GET", "/open"),
            new TestEndpoint("POST", "/open"),
            new TestEndpoint("GET", "/own", origins: ["https://other.example.com"]),
            new TestEndpoint("GET", "/broken", _ => throw new InvalidOperationException("secret")),
            new TestEndpoint("GET", "/closed", _ => ValueTask.FromResult(new Response(200)), AccessPolicy.Authenticated,
                parameters: [new ParameterDescription("if-match", ParameterSource.Header, typeof(string), false)]),
        ],
        builder => cors?.Invoke(builder.Cors));
}
