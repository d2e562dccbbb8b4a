using System.Buffers;
using System.Text.Json;
using Framework.Authorizers;

namespace Framework.AuthorizerPipeline;

/// <summary>Writes an authorizer's result in the form that its gateway takes.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html">API
/// Gateway's documentation of REST APIs</see> and
/// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">of HTTP APIs</see>.</remarks>
internal static class AuthorizerResponse
{
    /// <summary>The longest <c>Resource</c> of a policy, in characters.</summary>
    public const int MaxResource = 512;

    /// <summary>The largest response to a WebSocket API, in bytes.</summary>
    public const int MaxWebSocketBytes = 8 * 1024;

    /// <summary>Writes a result that allows or denies.</summary>
    /// <exception cref="InvalidOperationException">The gateway would not take it; the message says why.</exception>
    public static void Write(AuthorizerResult result, AuthorizerForm form, string arn, bool usesPolicies, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        if (form == AuthorizerForm.HttpApi && !usesPolicies)
            WriteSimple(json, result);
        else
            WritePolicy(json, result, form, arn);
        WriteContext(json, result, form);
        json.WriteEndObject();
        json.Flush();
        if (form == AuthorizerForm.WebSocket && json.BytesCommitted > MaxWebSocketBytes)
            throw new InvalidOperationException($"The authorizer's result has {json.BytesCommitted} bytes, and a WebSocket API takes {MaxWebSocketBytes}: put less into its context.");
    }

    private static void WriteSimple(Utf8JsonWriter json, AuthorizerResult result)
    {
        if (result.Routes.Count > 0)
            throw new InvalidOperationException("A simple response holds for every route: allow them all, or set UsesPolicies of [Authorizer].");
        json.WriteBoolean("isAuthorized"u8, result.Decision == AuthorizerDecision.Allow);
    }

    private static void WritePolicy(Utf8JsonWriter json, AuthorizerResult result, AuthorizerForm form, string arn)
    {
        json.WriteString("principalId"u8, result.PrincipalId);
        json.WriteStartObject("policyDocument"u8);
        json.WriteString("Version"u8, "2012-10-17"u8);
        json.WriteStartArray("Statement"u8);
        json.WriteStartObject();
        json.WriteString("Action"u8, "execute-api:Invoke"u8);
        json.WriteString("Effect"u8, result.Decision == AuthorizerDecision.Allow ? "Allow"u8 : "Deny"u8);
        json.WriteStartArray("Resource"u8);
        foreach (var resource in Resources(result, form, StageOf(arn)))
            json.WriteStringValue(resource);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        if (result.UsageIdentifierKey is { } key)
            json.WriteString("usageIdentifierKey"u8, key);
    }

    // The gateway keeps the policy for all routes with the same identity source. One for the called route alone would refuse the
    // next one.
    private static IEnumerable<string> Resources(AuthorizerResult result, AuthorizerForm form, string stage)
    {
        if (result.Routes.Count == 0)
            return [Checked(stage + (form == AuthorizerForm.WebSocket ? "/*" : "/*/*"))];
        return result.Routes.Select(route => route.Length > 0 && !route.StartsWith('/')
            ? Checked($"{stage}/{route}")
            : throw new InvalidOperationException($"'{route}' is not a route of a policy: write a method and a path, such as GET/todos/*."));
    }

    private static string Checked(string resource) => resource.Length <= MaxResource
        ? resource
        : throw new InvalidOperationException($"A policy's resource has {resource.Length} characters, and API Gateway takes {MaxResource}: name a shorter route, with * at its end.");

    // arn:aws:execute-api:REGION:ACCOUNT:API/STAGE of .../METHOD/PATH.
    private static string StageOf(string arn)
    {
        var api = arn.IndexOf('/', StringComparison.Ordinal);
        var stage = api < 0 ? -1 : arn.IndexOf('/', api + 1);
        return stage < 0 ? throw new InvalidOperationException("The event's ARN names no stage.") : arn[..stage];
    }

    // An HTTP API passes on the context alone, so it holds who calls too.
    private static void WriteContext(Utf8JsonWriter json, AuthorizerResult result, AuthorizerForm form)
    {
        json.WriteStartObject("context"u8);
        if (form is AuthorizerForm.HttpApi or AuthorizerForm.HttpApiV1 && result.Decision == AuthorizerDecision.Allow)
            json.WriteString("principalId"u8, result.PrincipalId);
        foreach (var (name, value) in result.Context)
        {
            switch (value)
            {
                case string text:
                    json.WriteString(name, text);
                    break;
                case bool flag:
                    json.WriteBoolean(name, flag);
                    break;
                case long number:
                    json.WriteNumber(name, number);
                    break;
                case double number:
                    json.WriteNumber(name, number);
                    break;
            }
        }
        json.WriteEndObject();
    }
}
