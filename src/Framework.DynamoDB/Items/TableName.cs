using System.Buffers;
using Framework.Runtime;

namespace Framework.DynamoDB.Items;

/// <summary>Checks a table's name, and finds the name that the environment variable <c>TABLE_...</c> gives instead.</summary>
internal static class TableName
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>The error in a name from the author's code; null where the name is valid.</summary>
    public static string? Fault(string name) => IsValid(name)
        ? null
        : $"The table name '{name}' must be 3 to 255 letters, digits, hyphens, underscores and dots.";

    /// <summary>The error in the name from the environment variable; null where there is none.</summary>
    public static string? Fault(string name, LambdaEnvironment environment) =>
        environment[Variable(name)] is { } given && !IsValid(given) && !given.StartsWith("arn:", StringComparison.Ordinal)
            ? $"{Variable(name)} is '{given}': the name of a table is 3 to 255 letters, digits, hyphens, underscores and dots, or "
                + "its ARN."
            : null;

    public static string Find(string name, LambdaEnvironment environment) => environment[Variable(name)] ?? name;

    public static string Variable(string name) =>
        "TABLE_" + string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : '_'));

    private static bool IsValid(string name) => name.Length is >= 3 and <= 255 && !name.AsSpan().ContainsAnyExcept(Allowed);
}
