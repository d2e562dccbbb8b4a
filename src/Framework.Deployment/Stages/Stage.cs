namespace Framework.Deployment.Stages;

/// <summary>Where a service is deployed, and how it is protected there.</summary>
/// <param name="Name">The stage's name, such as <c>dev</c>.</param>
internal sealed record Stage(string Name)
{
    /// <summary>The region; null where the environment says it.</summary>
    public string? Region { get; init; }

    /// <summary>The bucket for packages; null for the account's own.</summary>
    public string? Bucket { get; init; }

    /// <summary>Whether a deployment is asked for twice, and the stack and its tables cannot be deleted by mistake.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Values of the template's parameters.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
