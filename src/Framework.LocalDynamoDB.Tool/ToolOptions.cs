using System.Net;

namespace Framework.LocalDynamoDB.Tool;

/// <summary>What the command line says.</summary>
/// <param name="Address">The address to listen on.</param>
/// <param name="Port">The port; 0 for any free one.</param>
/// <param name="DataFolder">Where tables are kept; null to keep them in memory.</param>
/// <param name="AllowOtherOrigins">Whether web pages may call it.</param>
/// <param name="TransitionTime">How long a table is being created, updated or deleted.</param>
internal sealed record ToolOptions(
    IPAddress Address, int Port, string? DataFolder, bool AllowOtherOrigins, TimeSpan TransitionTime)
{
    /// <summary>The port of Amazon's DynamoDB Local.</summary>
    public const int DefaultPort = 8000;

    public const string DefaultDataFolder = ".dynamodb";
}
