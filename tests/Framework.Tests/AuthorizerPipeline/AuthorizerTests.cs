using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Framework.Authorizers;
using Framework.Generated;
using Framework.Runtime;
using Framework.Tests.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Tests.AuthorizerPipeline;

/// <summary>What a Lambda authorizer is asked, and what the gateway gets.</summary>
public sealed class AuthorizerTests
{
    private const string Api = "arn:aws:execute-api:eu-central-1:123456789012:abc123";

    private const string Stage = $"{Api}/prod";

    private const string Token = $$"""{"type":"TOKEN","authorizationToken":"Bearer t1","methodArn":"{{Stage}}/GET/todos/7"}""";

    private const string Rest = $$"""
        {
          "type": "REQUEST", "methodArn": "{{Stage}}/GET/todos/7", "resource": "/todos/{id}", "path": "/todos/7", "httpMethod": "GET",
          "headers": {"X-Api-Key": "k1", "Authorization": "Bearer t1"}, "multiValueHeaders": {"X-Api-Key": ["k1"]},
          "queryStringParameters": {"q": "1"}, "pathParameters": {"id": "7"}, "stageVariables": {"color": "blue"},
          "requestContext": {"path": "/prod/todos/7", "stage": "prod", "httpMethod": "GET", "identity": {"sourceIp": "192.0.2.1"} }
        }
        """;

    private const string V1 = $$"""
        {
          "version": "1.0", "type": "REQUEST", "methodArn": "{{Stage}}/GET/todos/7", "identitySource": "k1,t1", "authorizationToken": "k1,t1",
          "resource": "/todos/{id}", "path": "/todos/7", "httpMethod": "GET", "headers": {"X-Api-Key": "k1", "authorization": "t1"},
          "queryStringParameters": {"q": "1"}, "pathParameters": {"id": "7"}, "stageVariables": {"color": "blue"},
          "requestContext": {"identity": {"sourceIp": "192.0.2.1"} }
        }
        """;

    private const string V2 = $$"""
        {
          "version": "2.0", "type": "REQUEST", "routeArn": "{{Stage}}/GET/todos/7", "identitySource": ["k1", "t1"], "routeKey": "GET /todos/{id}",
          "rawPath": "/todos/7", "rawQueryString": "q=1", "cookies": ["a=1"], "headers": {"x-api-key": "k1", "authorization": "t1"},
          "queryStringParameters": {"q": "1"}, "requestContext": {"http": {"method": "GET", "path": "/todos/7", "sourceIp": "192.0.2.1"}, "stage": "prod"},
          "pathParameters": {"id": "7"}, "stageVariables": {"color": "blue"}
        }
        """;

    private const string Connect = $$"""
        {
          "type": "REQUEST", "methodArn": "{{Stage}}/$connect", "headers": {"X-Api-Key": "k1"}, "queryStringParameters": {"q": "1"}, "stageVariables": {"color": "blue"},
          "requestContext": {"routeKey": "$connect", "eventType": "CONNECT", "connectionId": "c1=", "identity": {"sourceIp": "192.0.2.1"} }
        }
        """;

    public static TheoryData<string> Requests => [Rest, V1, V2, Connect];

    public static TheoryData<string> Events => [Token, Rest, V1, V2, Connect];

    public static TheoryData<string> WithPolicies => [Token, Rest, V1, Connect];

    [Fact]
    public async Task A_TOKEN_question_has_a_token_and_an_ARN_alone()
    {
        var asked = await AskedAsync(Token);

        Assert.Equal(($"{Stage}/GET/todos/7", "Bearer t1", "t1"), (asked.Arn, asked.Authorization, asked.BearerToken));
        Assert.Equal(["Bearer t1"], asked.IdentitySource);
        Assert.Null(asked.Method ?? asked.Path ?? asked.SourceIp ?? asked.ConnectionId);
        Assert.Empty(asked.Headers);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_REQUEST_question_has_headers_query_path_and_stage_variables(string payload)
    {
        var asked = await AskedAsync(payload);
        var isConnect = payload == Connect;

        Assert.Equal(("k1", "1", "blue", "192.0.2.1"), (asked.Headers["x-api-key"], asked.Query["q"], asked.StageVariables["color"], asked.SourceIp));
        Assert.Equal(isConnect ? (null, null, "c1=") : ("GET", "/todos/7", null), (asked.Method, asked.Path, asked.ConnectionId));
        Assert.Equal(isConnect ? null : "7", asked.RouteValues.GetValueOrDefault("id"));
        Assert.Equal(payload == V2 ? ["a=1"] : [], asked.Cookies);
    }

    [Fact]
    public async Task The_identity_sources_are_an_array_in_format_2_and_one_text_joined_by_commas_in_format_1()
    {
        Assert.Equal(["k1", "t1"], (await AskedAsync(V2)).IdentitySource);
        Assert.Equal(["k1,t1"], (await AskedAsync(V1)).IdentitySource);
    }

    [Fact]
    public async Task The_proof_of_format_1_is_the_header_and_not_the_joined_sources() => Assert.Equal("t1", (await AskedAsync(V1)).Authorization);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[null]")]
    public async Task An_identity_source_may_be_null(string source) =>
        Assert.Empty((await AskedAsync(V2.Replace("""["k1", "t1"]""", source, StringComparison.Ordinal))).IdentitySource);

    [Theory]
    [InlineData("headers")]
    [InlineData("queryStringParameters")]
    [InlineData("pathParameters")]
    [InlineData("stageVariables")]
    [InlineData("cookies")]
    [InlineData("identitySource")]
    [InlineData("requestContext")]
    public async Task What_a_question_lacks_is_empty(string name)
    {
        var absent = JsonNode.Parse(V2)!.AsObject();
        absent.Remove(name);
        var none = JsonNode.Parse(V2)!.AsObject();
        none[name] = null;

        Assert.NotNull(await AskedAsync(absent.ToJsonString()));
        Assert.NotNull(await AskedAsync(none.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(WithPolicies))]
    public async Task A_policy_allows_the_whole_stage_because_the_gateway_keeps_it_for_every_route(string payload)
    {
        var response = await ResponseAsync(payload, _ => AuthorizerResult.Allow("ann"));

        Assert.Equal("ann", response.GetProperty("principalId").GetString());
        Assert.Equal(
            JsonDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Resource":["{{Stage}}/{{(payload == Connect ? "*" : "*/*")}}"]}]}""").RootElement,
            response.GetProperty("policyDocument"),
            JsonElement.DeepEquals);
        Assert.DoesNotContain("todos", response.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WithPolicies))]
    public async Task A_denial_is_for_the_whole_stage_and_names_somebody(string payload)
    {
        var response = await ResponseAsync(payload, _ => AuthorizerResult.Deny());

        Assert.Equal("anonymous", response.GetProperty("principalId").GetString());
        var statement = Assert.Single(response.GetProperty("policyDocument").GetProperty("Statement").EnumerateArray());
        Assert.Equal("Deny", statement.GetProperty("Effect").GetString());
        Assert.Equal($"{Stage}/{(payload == Connect ? "*" : "*/*")}", Assert.Single(statement.GetProperty("Resource").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Format_2_has_a_simple_response_with_who_calls_in_its_context()
    {
        var allowed = await ResponseAsync(V2, _ => AuthorizerResult.Allow("ann", new() { { "tenant", "a" } }));
        var denied = await ResponseAsync(V2, _ => AuthorizerResult.Deny());

        Assert.Equal("""{"isAuthorized":true,"context":{"principalId":"ann","tenant":"a"}}""", allowed.GetRawText());
        Assert.Equal("""{"isAuthorized":false,"context":{}}""", denied.GetRawText());
    }

    [Fact]
    public async Task Format_2_has_a_policy_where_the_author_says_so()
    {
        var response = await ResponseAsync(V2, _ => AuthorizerResult.Allow("ann"), new PolicyAuthorizer());

        Assert.Equal($"{Stage}/*/*", Resources(response).Single());
        Assert.False(response.TryGetProperty("isAuthorized", out _));
        Assert.Equal("ann", response.GetProperty("context").GetProperty("principalId").GetString());
    }

    [Fact]
    public async Task The_context_is_flat_text_numbers_and_booleans()
    {
        AuthorizerContext context = new() { { "text", "a\"b" }, { "whole", 7 }, { "half", 0.5 }, { "flag", true } };

        var response = await ResponseAsync(Rest, _ => AuthorizerResult.Allow("ann", context));

        Assert.Equal("""{"text":"a\u0022b","whole":7,"half":0.5,"flag":true}""", response.GetProperty("context").GetRawText());
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("principalId")]
    [InlineData("")]
    public void A_reserved_name_is_refused(string name)
    {
        Assert.ThrowsAny<ArgumentException>(() => new AuthorizerContext { { name, "x" } });
        Assert.ThrowsAny<ArgumentException>(() => new AuthorizerContext { { name, 1 } });
        Assert.ThrowsAny<ArgumentException>(() => new AuthorizerContext { { name, true } });
    }

    [Fact]
    public void A_value_that_JSON_cannot_hold_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new AuthorizerContext { { "x", double.NaN } });
        Assert.Throws<ArgumentNullException>(() => new AuthorizerContext { { "x", null! } });
        Assert.Throws<ArgumentException>(() => new AuthorizerContext { { "x", 1 }, { "x", 2 } });
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_result_names_somebody(string principal)
    {
        Assert.Throws<ArgumentException>(() => AuthorizerResult.Allow(principal));
        Assert.Throws<ArgumentException>(() => AuthorizerResult.Deny(principal));
    }

    [Fact]
    public async Task A_policy_is_narrowed_where_the_author_says_so()
    {
        var response = await ResponseAsync(Rest, _ => AuthorizerResult.Allow("ann", routes: ["GET/todos/*", "POST/todos"], usageIdentifierKey: "key-1"));

        Assert.Equal([$"{Stage}/GET/todos/*", $"{Stage}/POST/todos"], Resources(response));
        Assert.Equal("key-1", response.GetProperty("usageIdentifierKey").GetString());
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public async Task A_resource_of_a_policy_has_512_characters_at_most(int length, bool isTaken)
    {
        var route = "GET/".PadRight(length - Stage.Length - 1, 'a');

        await TakesAsync(isTaken, Rest, _ => AuthorizerResult.Allow("ann", routes: [route]), $"A policy's resource has {length} characters");
    }

    [Theory]
    [InlineData(8192, true)]
    [InlineData(8193, false)]
    public async Task The_result_for_a_WebSocket_API_has_8_KB_at_most(int length, bool isTaken)
    {
        var empty = (await ResponseAsync(Connect, _ => AuthorizerResult.Allow("ann", new() { { "x", "" } }))).GetRawText().Length;

        await TakesAsync(
            isTaken, Connect, _ => AuthorizerResult.Allow("ann", new() { { "x", new string('a', length - empty) } }), $"The authorizer's result has {length} bytes");
    }

    [Theory]
    [InlineData("/todos")]
    [InlineData("")]
    public async Task A_route_that_is_none_is_refused(string route) =>
        await TakesAsync(false, Rest, _ => AuthorizerResult.Allow("ann", routes: [route]), $"'{route}' is not a route of a policy");

    [Fact]
    public async Task A_simple_response_cannot_be_narrowed() =>
        await TakesAsync(false, V2, _ => AuthorizerResult.Allow("ann", routes: ["GET/todos"]), "A simple response holds for every route");

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Nobody_known_is_a_failure_with_exactly_the_word_Unauthorized(string payload)
    {
        await using var service = New(_ => AuthorizerResult.Unauthorized);

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => InvokeAsync(service, payload));

        Assert.Equal("Unauthorized", JsonDocument.Parse(RuntimeError.From(exception).ToJson()).RootElement.GetProperty("errorMessage").GetString());
        Assert.Empty(service.Logs);
        Assert.Equal(1, Assert.Single(service.Metrics).GetProperty("ClientErrors").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Any_other_failure_is_logged_and_has_another_message(string payload)
    {
        await using var service = New(_ => throw new InvalidOperationException("Unauthorized"));

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => InvokeAsync(service, payload));

        Assert.Equal("The authorizer failed. The failure is logged.", exception.Message);
        Assert.Null(exception.InnerException);
        Assert.Equal("CheckKey", Assert.Single(service.Metrics).GetProperty("Endpoint").GetString());
        Assert.Single(service.Logs);
    }

    [Fact]
    public async Task No_result_allows_nothing() => await TakesAsync(false, Rest, _ => null!, "CheckKey returns no result");

    [Theory]
    [InlineData("""{"type":"TOKEN","methodArn":"arn:aws:execute-api:r:1:a"}""")]
    [InlineData("""{"type":"TOKEN","methodArn":"arn:aws:execute-api:r:1:a/prod"}""")]
    public async Task An_ARN_without_a_stage_allows_nothing(string payload) =>
        await TakesAsync(false, payload, _ => AuthorizerResult.Allow("ann"), "The event's ARN names no stage");

    [Fact]
    public async Task A_question_is_one_in_any_order_of_its_properties()
    {
        var properties = JsonNode.Parse(V2)!.AsObject().ToArray();
        for (var shift = 0; shift < properties.Length; shift++)
        {
            var shifted = properties.Skip(shift).Concat(properties.Take(shift)).OrderByDescending(property => property.Key == "version");
            var payload = new JsonObject(shifted.Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone()))).ToJsonString();
            Assert.True((await ResponseAsync(payload, _ => AuthorizerResult.Allow("ann"))).GetProperty("isAuthorized").GetBoolean());
        }
        var late = $$"""{"version":"2.0","routeKey":"GET /a","rawPath":"/a","requestContext":{"http":{"method":"GET"} },"type":"REQUEST","routeArn":"{{Stage}}/GET/a"}""";
        Assert.True((await ResponseAsync(late, _ => AuthorizerResult.Allow("ann"))).GetProperty("isAuthorized").GetBoolean());
    }

    [Fact]
    public async Task What_a_client_sends_makes_no_question_of_a_request()
    {
        await using var service = New(_ => AuthorizerResult.Allow("ann"), endpoints: [new TestEndpoint("POST", "/a")]);
        var request = new HttpApiEvent("POST", "/a") { Body = $$"""{"type":"REQUEST","routeArn":"{{Stage}}/GET/a"}""", Query = "routeArn=x&type=REQUEST" }
            .With("routearn", "routeArn").With("type", "REQUEST");
        var node = request.ToNode();
        node["queryStringParameters"] = new JsonObject { ["routeArn"] = "x", ["type"] = "REQUEST" };

        Assert.Equal(200, (await service.SendAsync(JsonSerializer.SerializeToUtf8Bytes(node))).Status);
    }

    [Fact]
    public async Task Requests_and_questions_are_served_by_one_function()
    {
        await using var service = New(_ => AuthorizerResult.Allow("ann"), endpoints: [new TestEndpoint("GET", "/a")]);

        Assert.Equal(200, (await service.SendAsync(new HttpApiEvent("GET", "/a"))).Status);
        Assert.True(JsonDocument.Parse(await InvokeAsync(service, V2)).RootElement.GetProperty("isAuthorized").GetBoolean());
    }

    [Fact]
    public async Task The_handler_names_an_authorizer_as_it_names_an_endpoint()
    {
        await using var authorizer = New(_ => AuthorizerResult.Allow("ann"), "CheckKey", [new TestEndpoint("GET", "/a", name: "A")]);
        await using var endpoint = New(_ => AuthorizerResult.Allow("ann"), "A", [new TestEndpoint("GET", "/a", name: "A")]);

        Assert.NotEmpty(await InvokeAsync(authorizer, Rest));
        Assert.Equal(404, (await authorizer.SendAsync(new HttpApiEvent("GET", "/a"))).Status);
        Assert.Equal(200, (await endpoint.SendAsync(new HttpApiEvent("GET", "/a"))).Status);
        await Assert.ThrowsAsync<UndecodableEventException>(() => InvokeAsync(endpoint, Rest));
        Assert.Equal(("CheckKey", null), (authorizer.Running.Authorizer?.Name, endpoint.Running.Authorizer));
    }

    [Fact]
    public async Task A_question_to_a_service_without_an_authorizer_is_served_as_no_request()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/{all+}")]);

        foreach (var payload in Events.Select(row => row.Data))
            await Assert.ThrowsAsync<UndecodableEventException>(() => InvokeAsync(service, payload));
    }

    [Fact]
    public void A_service_that_an_authorizer_asks_for_is_checked_at_start() => Assert.Equal(
        "CheckKey asks for AuthorizerScript, which is not registered: add it to service.Services in Program.cs.",
        Assert.Throws<InvalidOperationException>(() => new TestService([], authorizers: [new CheckKeyAuthorizer()])).Message);

    [Fact]
    public void Its_headers_and_services_are_in_its_description()
    {
        var description = new CheckKeyAuthorizer().Description;

        Assert.Equal(["x-api-key", "x-tenant"], description.Headers);
        Assert.Equal([typeof(AuthorizerScript)], description.Dependencies.Select(dependency => dependency.Type));
    }

    private static IEnumerable<string?> Resources(JsonElement response) => response.GetProperty("policyDocument").GetProperty("Statement")[0]
        .GetProperty("Resource").EnumerateArray().Select(resource => resource.GetString());

    private static TestService New(
        Func<AuthorizerRequest, AuthorizerResult> answer, string handler = "*", Endpoint[]? endpoints = null, Authorizer? authorizer = null) => new(
            endpoints ?? [],
            services: services => services.AddSingleton(new AuthorizerScript(answer)),
            environment: new() { ["_HANDLER"] = handler },
            authorizers: [authorizer ?? new CheckKeyAuthorizer()]);

    private static async Task<byte[]> InvokeAsync(TestService service, string payload)
    {
        using var invocation = new Invocation { Payload = Encoding.UTF8.GetBytes(payload), RequestId = "request-1" };
        var output = new ResponseBuffer();
        await service.Running.InvokeAsync(invocation, output);
        return output.Body.ToArray();
    }

    private static async Task<AuthorizerRequest> AskedAsync(string payload)
    {
        var script = new AuthorizerScript(_ => AuthorizerResult.Allow("ann"));
        await using var service = new TestService(
            [], services: services => services.AddSingleton(script), authorizers: [new CheckKeyAuthorizer()]);
        await InvokeAsync(service, payload);
        return script.Asked!;
    }

    private static async Task<JsonElement> ResponseAsync(
        string payload, Func<AuthorizerRequest, AuthorizerResult> answer, Authorizer? authorizer = null)
    {
        await using var service = New(answer, authorizer: authorizer);
        return JsonDocument.Parse(await InvokeAsync(service, payload)).RootElement;
    }

    private static async Task TakesAsync(bool isTaken, string payload, Func<AuthorizerRequest, AuthorizerResult> answer, string message)
    {
        await using var service = New(answer);

        var exception = await Record.ExceptionAsync(() => InvokeAsync(service, payload));

        Assert.Equal(isTaken ? null : "The authorizer failed. The failure is logged.", exception?.Message);
        if (!isTaken)
            Assert.StartsWith(message, service.Logs.Single().GetProperty("exception").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private sealed class PolicyAuthorizer : Authorizer
    {
        public override Framework.Description.AuthorizerDescription Description => new("Policies") { UsesPolicies = true };

        public override ValueTask<AuthorizerResult> HandleAsync(AuthorizerCall context) => new(AuthorizerResult.Allow("ann"));
    }
}
