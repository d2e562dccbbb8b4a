using System.Text.Json;
using Framework.Authorizers;
using Framework.Runtime;

namespace Framework.AuthorizerPipeline;

/// <summary>Reads a question to a Lambda authorizer.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Request">What an author sees of it.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html">API
/// Gateway's documentation of REST APIs</see> and
/// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">of HTTP APIs</see>.</remarks>
internal readonly record struct AuthorizerEvent(AuthorizerForm Form, AuthorizerRequest Request)
{
    /// <summary>Reads an event.</summary>
    /// <exception cref="UndecodableEventException">The event lacks what every question has.</exception>
    public static AuthorizerEvent Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            var root = json.RootElement;
            var form = FormOf(root);
            return new(form, Text(root, "type") == "TOKEN" ? ReadToken(root) : ReadRequest(root, form));
        }
        catch (JsonException exception)
        {
            throw UndecodableEventException.NotJson(exception);
        }
        catch (InvalidOperationException)
        {
            // The message of a JSON reader may quote the event.
            throw new UndecodableEventException("The event holds text that is not valid Unicode.");
        }
    }

    private static AuthorizerForm FormOf(JsonElement root) => Text(root, "version") switch
    {
        "2.0" => AuthorizerForm.HttpApi,
        "1.0" => AuthorizerForm.HttpApiV1,
        _ => Text(Object(root, "requestContext"), "connectionId") is null ? AuthorizerForm.RestApi : AuthorizerForm.WebSocket,
    };

    private static AuthorizerRequest ReadToken(JsonElement root) => new()
    {
        Arn = Arn(root),
        Authorization = Text(root, "authorizationToken"),
        IdentitySource = Text(root, "authorizationToken") is { } token ? [token] : [],
    };

    private static AuthorizerRequest ReadRequest(JsonElement root, AuthorizerForm form)
    {
        var context = Object(root, "requestContext");
        var http = form == AuthorizerForm.HttpApi ? Object(context, "http") : root;
        var headers = Map(root, "headers", StringComparer.OrdinalIgnoreCase);
        return new AuthorizerRequest
        {
            Arn = Arn(root),
            Authorization = headers.GetValueOrDefault("authorization"),
            IdentitySource = Texts(root, "identitySource"),
            Method = Text(http, form == AuthorizerForm.HttpApi ? "method" : "httpMethod"),
            Path = Text(root, form == AuthorizerForm.HttpApi ? "rawPath" : "path"),
            Headers = headers,
            Query = Map(root, "queryStringParameters", StringComparer.Ordinal),
            RouteValues = Map(root, "pathParameters", StringComparer.Ordinal),
            StageVariables = Map(root, "stageVariables", StringComparer.Ordinal),
            Cookies = Texts(root, "cookies"),
            SourceIp = Text(form == AuthorizerForm.HttpApi ? http : Object(context, "identity"), "sourceIp"),
            ConnectionId = Text(context, "connectionId"),
        };
    }

    private static string Arn(JsonElement root) => Text(root, "routeArn") ?? Text(root, "methodArn")
        ?? throw new UndecodableEventException("The event has no methodArn or routeArn.");

    private static JsonElement? Object(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } from && from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? Text(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } from && from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // One text, or an array of them; null and absent are none.
    private static string[] Texts(JsonElement root, string name) => !root.TryGetProperty(name, out var value)
        ? []
        : value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
            _ => [],
        };

    private static Dictionary<string, string> Map(JsonElement root, string name, StringComparer comparer)
    {
        var map = new Dictionary<string, string>(comparer);
        if (Object(root, name) is { } found)
        {
            foreach (var entry in found.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.String))
                map[entry.Name] = entry.Value.GetString()!;
        }
        return map;
    }
}
