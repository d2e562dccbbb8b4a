using System.Net;

namespace Framework.LocalDynamoDB.Tool;

/// <summary>The options of the command line.</summary>
/// <param name="Address">The address to listen on.</param>
/// <param name="Port">The port; 0 for any free one.</param>
/// <param name="DataFolder">Where tables are kept; null to keep them in memory.</param>
/// <param name="AllowOtherOrigins">Whether web pages may call it.</param>
/// <param name="TransitionTime">How long a table is being created, updated or deleted.</param>
/// <param name="SweepInterval">How often expired items are deleted.</param>
/// <param name="IsShared">Whether all access keys and regions see the same tables.</param>
/// <param name="AccessKey">The one key that may call; null where any may.</param>
internal sealed record ToolOptions(
    IPAddress Address,
    int Port,
    string? DataFolder,
    bool AllowOtherOrigins,
    TimeSpan TransitionTime,
    TimeSpan SweepInterval,
    bool IsShared,
    LocalAccessKey? AccessKey)
{
    /// <summary>The port of Amazon's DynamoDB Local.</summary>
    public const int DefaultPort = 8000;

    public const string DefaultDataFolder = ".dynamodb";
}
