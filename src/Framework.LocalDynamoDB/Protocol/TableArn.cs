using System.Text.RegularExpressions;

namespace Framework.LocalDynamoDB.Protocol;

/// <summary>The ARN of a table, which a request may give wherever it gives a table's name (API reference, TableName).</summary>
/// <remarks>Only the name in it counts. Region and account are ignored: all tables here are the caller's.</remarks>
internal static partial class TableArn
{
    public static bool IsMatch(string text) => text.StartsWith("arn:", StringComparison.Ordinal) && Pattern().IsMatch(text);

    /// <summary>The table's name, from a name or an ARN.</summary>
    public static string NameOf(string nameOrArn) =>
        IsMatch(nameOrArn) ? nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..] : nameOrArn;

    [GeneratedRegex("^arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:[0-9]{12}:table/[a-zA-Z0-9_.-]{3,255}$")]
    private static partial Regex Pattern();
}
