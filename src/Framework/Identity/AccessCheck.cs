using Framework.Description;
using Framework.Problems;

namespace Framework.Identity;

/// <summary>Checks whether a caller may call an endpoint.</summary>
internal static class AccessCheck
{
    /// <summary>Checks a caller against an endpoint's policy.</summary>
    /// <returns>Why the caller may not; null where they may.</returns>
    public static Problem? Check(this AccessPolicy policy, Caller caller)
    {
        if (policy.AllowAnonymous)
            return null;
        if (!caller.IsAuthenticated)
            return KnownProblems.Unauthenticated;
        return (policy.Groups.Count > 0 ? Missing(policy.Groups, caller.Groups, "group") : null)
            ?? (policy.Scopes.Count > 0 ? Missing(policy.Scopes, caller.Scopes, "scope") : null);
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
