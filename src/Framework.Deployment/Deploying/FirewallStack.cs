namespace Framework.Deployment.Deploying;

/// <summary>The stack of the firewall, which CloudFront takes of one region alone.</summary>
internal static class FirewallStack
{
    public const string Region = "us-east-1";

    /// <summary>Its name.</summary>
    /// <param name="stack">The stack that it guards.</param>
    public static string Name(string stack) => $"{stack}-firewall";
}
