using Framework.Description;

namespace Framework.Local.Issuer;

/// <summary>The scopes that a token can have: a user pool's own, and those that endpoints require.</summary>
/// <remarks>See Cognito's documentation of <see href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html">
/// scopes</see>.</remarks>
internal sealed class KnownScopes(IEnumerable<EndpointDescription> endpoints)
{
    /// <summary>The scopes of a token whose client asks for none.</summary>
    public const string Default = "openid";

    private static readonly string[] Pool = [Default, "email", "phone", "profile", "aws.cognito.signin.user.admin"];

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names { get; } =
        [.. Pool.Union(endpoints.SelectMany(endpoint => endpoint.Access.Scopes).SelectMany(anyOf => anyOf).Order(StringComparer.Ordinal))];

    /// <summary>Checks a list of scopes (RFC 6749, section 3.3).</summary>
    /// <returns>Why it is refused; null where all are known.</returns>
    public OAuthError? Check(string scope) => Split(scope).All(name => Names.Contains(name, StringComparer.Ordinal))
        ? null
        : OAuthError.InvalidScope($"scope takes these, separated by spaces: {string.Join(", ", Names)}.");

    /// <summary>Two lists as one, each scope once.</summary>
    public static string Join(string scope, string more) => string.Join(' ', Split(scope).Union(Split(more)));

    private static string[] Split(string scope) => scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
