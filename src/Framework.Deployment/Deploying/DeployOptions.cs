using Framework.Deployment.Comparison;

namespace Framework.Deployment.Deploying;

/// <summary>What the command line of <c>deploy</c> says.</summary>
/// <param name="Stage">The stage's name.</param>
internal sealed record DeployOptions(string Stage)
{
    /// <summary>The region; null where the stage's settings or the environment say it.</summary>
    public string? Region { get; init; }

    /// <summary>The bucket for packages; null where the stage's settings say it, or for the account's own.</summary>
    public string? Bucket { get; init; }

    /// <summary>A package that was made before; null to make one.</summary>
    public string? Package { get; init; }

    /// <summary>Values of the template's parameters.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether commands are printed and not run.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Whether a protected stage is confirmed.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>The risks that are confirmed.</summary>
    public IReadOnlyCollection<RiskKind> Allowed { get; init; } = [];
}
