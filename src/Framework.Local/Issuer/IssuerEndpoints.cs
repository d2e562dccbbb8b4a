using Framework.Local.Pages;
using Framework.LocalDynamoDB.Loopback;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace Framework.Local.Issuer;

/// <summary>The issuer's addresses under <c>/_local</c>; <c>docs/todo-api.md</c> lists them.</summary>
internal sealed class IssuerEndpoints(LocalIssuer issuer, AuthorizationCodes codes, Func<KnownScopes> scopes)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/openid-configuration", DiscoverAsync);
        routes.MapGet("/.well-known/jwks.json", KeysAsync);
        routes.MapGet("/oauth2/authorize", AskAsync);
        routes.MapPost("/oauth2/authorize", SignInAsync);
        routes.MapPost("/oauth2/token", ExchangeAsync);
        routes.MapGet("/logout", SignOutAsync);
        routes.MapPost("/token", GiveAsync);
    }

    private Task DiscoverAsync(HttpContext http)
    {
        var own = $"{SameOrigin.Of(http.Request)}/_local";
        return JsonResponse.WriteAsync(http, 200, json =>
        {
            json.WriteStartObject();
            json.WriteString("issuer"u8, issuer.Address);
            json.WriteString("authorization_endpoint"u8, $"{own}/oauth2/authorize");
            json.WriteString("token_endpoint"u8, $"{own}/oauth2/token");
            json.WriteString("end_session_endpoint"u8, $"{own}/logout");
            json.WriteString("jwks_uri"u8, $"{own}/.well-known/jwks.json");
            JsonResponse.WriteArray(json, "response_types_supported", "code");
            JsonResponse.WriteArray(json, "grant_types_supported", "authorization_code");
            JsonResponse.WriteArray(json, "code_challenge_methods_supported", "S256");
            JsonResponse.WriteArray(json, "subject_types_supported", "public");
            JsonResponse.WriteArray(json, "id_token_signing_alg_values_supported", SecurityAlgorithms.RsaSha256);
            JsonResponse.WriteArray(json, "token_endpoint_auth_methods_supported", "none");
            JsonResponse.WriteArray(json, "scopes_supported", [.. scopes().Names]);
            json.WriteEndObject();
        });
    }

    private Task KeysAsync(HttpContext http)
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(issuer.PublicKey);
        return JsonResponse.WriteAsync(http, 200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("keys"u8);
            json.WriteStartObject();
            json.WriteString("kty"u8, key.Kty);
            json.WriteString("use"u8, "sig"u8);
            json.WriteString("alg"u8, SecurityAlgorithms.RsaSha256);
            json.WriteString("kid"u8, key.Kid);
            json.WriteString("n"u8, key.N);
            json.WriteString("e"u8, key.E);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private Task AskAsync(HttpContext http)
    {
        var request = AuthorizationRequest.Read(name => Single(http.Request.Query[name]));
        if (request.CheckClient(http.Request) is { } unsafeToReturn)
            return RefuseAsync(http, unsafeToReturn);
        if (request.CheckRest(scopes()) is { } wrong)
            return ReturnAsync(http, request, ("error", wrong.Code), ("error_description", wrong.Description));
        return SignInPage.WriteAsync(http, request);
    }

    private async Task SignInAsync(HttpContext http)
    {
        if (await Form.ReadAsync(http) is not { } form)
        {
            await RefuseAsync(http, Form.Malformed);
            return;
        }
        var request = AuthorizationRequest.Read(name => Single(form[name]));
        if ((request.CheckClient(http.Request) ?? request.CheckRest(scopes())) is { } wrong)
        {
            await RefuseAsync(http, wrong);
            return;
        }
        var more = form["scopes"].ToString();
        var (user, error) = DevelopmentUser.Read(form);
        if ((error ?? scopes().Check(more)) is { } mistake)
            await SignInPage.WriteAsync(http, request, new(form, mistake.Description));
        else
            await ReturnAsync(http, request, ("code", codes.Give(user!, request with { Scope = KnownScopes.Join(request.Scope, more) })));
    }

    private async Task ExchangeAsync(HttpContext http)
    {
        if (await Form.ReadAsync(http) is not { } form)
            await RefuseAsync(http, Form.Malformed);
        else if (form["grant_type"] != "authorization_code")
            await RefuseAsync(http, new OAuthError("unsupported_grant_type", "grant_type must be 'authorization_code'."));
        else if (codes.Take(form["code"].ToString()) is not { } code)
            await RefuseAsync(http, OAuthError.InvalidGrant("The code is unknown, already used or older than five minutes."));
        else if (form["client_id"] != code.Request.ClientId || form["redirect_uri"] != code.Request.RedirectUri)
            await RefuseAsync(http, OAuthError.InvalidGrant("client_id and redirect_uri must be those of the sign-in."));
        else if (!code.Request.IsProvenBy(form["code_verifier"].ToString()))
            await RefuseAsync(http, OAuthError.InvalidGrant("code_verifier is not what code_challenge was made of."));
        else
            await TokensAsync(http, issuer.Give(code.User, code.Request.Scope, code.Request.Nonce));
    }

    private static Task SignOutAsync(HttpContext http)
    {
        var address = Single(http.Request.Query["logout_uri"]) ?? "";
        if (!SameOrigin.Owns(http.Request, address))
            return RefuseAsync(http, OAuthError.InvalidRequest("logout_uri must be an absolute address on this origin."));
        http.Response.Redirect(address);
        return Task.CompletedTask;
    }

    private async Task GiveAsync(HttpContext http)
    {
        if (await Form.ReadAsync(http) is not { } form)
        {
            await RefuseAsync(http, Form.Malformed);
            return;
        }
        var scope = KnownScopes.Join(form["scope"].ToString(), "") is { Length: > 0 } asked ? asked : KnownScopes.Default;
        var (user, error) = DevelopmentUser.Read(form);
        if ((error ?? scopes().Check(scope)) is { } mistake)
            await RefuseAsync(http, mistake);
        else
            await TokensAsync(http, issuer.Give(user!, scope));
    }

    private static Task TokensAsync(HttpContext http, TokenPair tokens) => JsonResponse.WriteAsync(http, 200, tokens.WriteTo);

    private static Task RefuseAsync(HttpContext http, OAuthError error) => JsonResponse.WriteAsync(http, 400, error.WriteTo);

    // 303: the browser must come back with GET, not post the form on.
    private static Task ReturnAsync(HttpContext http, AuthorizationRequest request, params (string Name, string Value)[] values)
    {
        var address = request.RedirectUri;
        foreach (var (name, value) in values)
            address = QueryHelpers.AddQueryString(address, name, value);
        if (request.State is { } state)
            address = QueryHelpers.AddQueryString(address, "state", state);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = address;
        http.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static string? Single(Microsoft.Extensions.Primitives.StringValues values) => values.Count == 1 ? values[0] : null;
}
