namespace Framework.Description;

/// <summary>Who may call an endpoint.</summary>
/// <param name="AllowAnonymous">Whether anybody may.</param>
/// <param name="Groups">The groups: of each entry the caller must be in at least one.</param>
/// <param name="Scopes">The scopes: of each entry the token must grant at least one.</param>
public sealed record AccessPolicy(
    bool AllowAnonymous, IReadOnlyList<IReadOnlyList<string>> Groups, IReadOnlyList<IReadOnlyList<string>> Scopes)
{
    /// <summary>Anybody may call.</summary>
    public static AccessPolicy Anonymous { get; } = new(true, [], []);

    /// <summary>Every authenticated caller may call.</summary>
    public static AccessPolicy Authenticated { get; } = new(false, [], []);

    /// <summary>The policies of the service's own, of which each must allow the request, in the order in which they are asked.</summary>
    public IReadOnlyList<Type> Policies { get; init; } = [];
}
