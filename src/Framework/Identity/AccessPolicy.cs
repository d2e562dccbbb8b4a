using Framework.Problems;

namespace Framework.Identity;

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

    /// <summary>Holds a caller against the policy.</summary>
    /// <returns>Why the caller may not; null where they may.</returns>
    internal Problem? Check(Caller caller)
    {
        if (AllowAnonymous)
            return null;
        if (!caller.IsAuthenticated)
            return KnownProblems.Unauthenticated;
        return (Groups.Count > 0 ? Missing(Groups, caller.Groups, "group") : null)
            ?? (Scopes.Count > 0 ? Missing(Scopes, caller.Scopes, "scope") : null);
    }

    private static Problem? Missing(IReadOnlyList<IReadOnlyList<string>> needed, IReadOnlyList<string> held, string what)
    {
        foreach (var anyOf in needed)
        {
            if (!anyOf.Any(name => held.Contains(name, StringComparer.Ordinal)))
                return KnownProblems.Forbidden($"Needs the {what} {string.Join(" or ", anyOf)}.");
        }
        return null;
    }
}
