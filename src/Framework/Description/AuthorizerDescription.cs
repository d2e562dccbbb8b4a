using Framework.Resources;

namespace Framework.Description;

/// <summary>What one Lambda authorizer is, for deployment and the local cloud.</summary>
/// <param name="Name">The class's name, which is also the function's handler.</param>
public sealed record AuthorizerDescription(string Name)
{
    /// <summary>The class; null where no class is behind the authorizer.</summary>
    public Type? Type { get; init; }

    /// <summary>The headers that prove who calls: the gateway's identity sources.</summary>
    public IReadOnlyList<string> Headers { get; init; } = ["Authorization"];

    /// <summary>Whether HTTP APIs of payload format 2.0 get an IAM policy and not the simple response.</summary>
    public bool UsesPolicies { get; init; }

    /// <summary>The services that its constructor asks for, and so the resources that the function may touch.</summary>
    public IReadOnlyList<Dependency> Dependencies { get; init; } = [];

    /// <summary>Where the calls of those services go.</summary>
    public Egress Egress { get; init; } = Egress.Anywhere;
}
