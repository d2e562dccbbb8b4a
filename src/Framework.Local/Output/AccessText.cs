using Framework.Description;

namespace Framework.Local.Output;

/// <summary>Who may call an endpoint, in a person's words.</summary>
internal static class AccessText
{
    /// <summary>The policy as text: <c>anybody</c>, <c>signed in</c>, <c>group admins, scope todos/write, policy IsOwner</c>.</summary>
    public static string Of(AccessPolicy access)
    {
        if (access.AllowAnonymous)
            return "anybody";
        var groups = access.Groups.Select(anyOf => $"group {string.Join(" or ", anyOf)}");
        var scopes = access.Scopes.Select(anyOf => $"scope {string.Join(" or ", anyOf)}");
        var policies = access.Policies.Select(policy => $"policy {policy.Name}");
        return string.Join(", ", groups.Concat(scopes).Concat(policies).DefaultIfEmpty("signed in"));
    }
}
