using System.IO.Enumeration;

namespace Framework.Deployment.Comparison;

/// <summary>One thing that a policy allows.</summary>
/// <param name="Principal">Who may; empty for who has the role.</param>
/// <param name="Action">What: an action, with wildcards where the policy has them.</param>
/// <param name="Resource">On what, with wildcards where the policy has them.</param>
/// <param name="Condition">When; empty for always.</param>
internal sealed record Grant(string Principal, string Action, string Resource, string Condition)
{
    /// <summary>Whether it allows all that another one allows.</summary>
    public bool Covers(Grant other) => Fits(Principal, other.Principal) && Fits(Action, other.Action) && Fits(Resource, other.Resource)
        && (Condition.Length == 0 || Condition == other.Condition);

    /// <summary>The grant as the end of a sentence.</summary>
    public override string ToString() => $"{(Principal.Length == 0 ? "" : $"{Principal} may ")}{Action} on {Resource}{(Condition.Length == 0 ? "" : $" if {Condition}")}";

    private static bool Fits(string pattern, string text) => pattern == text || FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false);
}
