namespace Framework.Identity;

/// <summary>What a policy decides. The default value denies.</summary>
public readonly record struct AuthorizationDecision
{
    private AuthorizationDecision(bool isAllowed, string? reason)
    {
        IsAllowed = isAllowed;
        Reason = reason;
    }

    /// <summary>The caller may make the request.</summary>
    public static AuthorizationDecision Allow { get; } = new(true, null);

    /// <summary>Whether the caller may make the request.</summary>
    public bool IsAllowed { get; }

    /// <summary>Why the caller may not; null where they may, or where the policy does not say.</summary>
    public string? Reason { get; }

    /// <summary>The caller may not make the request: the response is a 403.</summary>
    /// <param name="reason">Why, in words for the caller: it is the problem's <c>detail</c>.</param>
    public static AuthorizationDecision Deny(string reason) => new(false, reason);
}
