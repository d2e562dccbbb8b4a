namespace Framework.Local.CommandLine;

/// <summary>The options of the command line.</summary>
/// <param name="Port">The port; 0 for any free one.</param>
/// <param name="DataFolder">Where tables and keys are kept; null to keep them in memory.</param>
/// <param name="Reset">Whether to forget what an earlier run kept.</param>
/// <param name="FrontDoor">The gateway in front of the service.</param>
/// <param name="Issuer">Who issues the tokens that the gateway takes; null for the local issuer.</param>
internal sealed record LocalOptions(
    int Port, string? DataFolder, bool Reset, LocalFrontDoor FrontDoor = LocalFrontDoor.HttpApi, TokenIssuer? Issuer = null)
{
    public const int DefaultPort = 5080;

    public const string DefaultDataFolder = ".data";
}
