namespace Framework.Tokens;

/// <summary>Which tokens a service accepts.</summary>
public sealed class TokenOptions
{
    /// <summary>Who issues them, exactly as their <c>iss</c> says it, such as
    /// <c>https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_abc</c>. Its keys are those of
    /// <c>/.well-known/openid-configuration</c> below it. By default the environment variable <c>FRAMEWORK_TOKEN_ISSUER</c>.
    /// </summary>
    public string? Issuer { get; set; }

    /// <summary>For whom they are issued: one of these is the token's <c>aud</c>, or its <c>client_id</c> where it has no
    /// <c>aud</c>, as an access token of Cognito has none. By default those of the environment variable
    /// <c>FRAMEWORK_TOKEN_AUDIENCE</c>, separated by spaces.</summary>
    public IList<string> Audiences { get; } = [];

    /// <summary>Whether id tokens are accepted too, which Cognito marks with <c>token_use</c>. They say who somebody is to the page
    /// that asked, not what the page may do: so they are not by default.</summary>
    public bool AcceptsIdTokens { get; set; }

    /// <summary>How far the clocks of issuer and function may be apart; 30 seconds by default, 0 to 5 minutes.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(30);
}
