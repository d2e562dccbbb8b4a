using System.Buffers;
using Framework.Runtime;

namespace Framework.DynamoDB.Tables;

/// <summary>Checks a table's name, and finds the one that the deployment gave it.</summary>
internal static class TableName
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static void Check(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is < 3 or > 255 || name.AsSpan().ContainsAnyExcept(Allowed))
            throw new ArgumentException(
                $"The table name '{name}' must be 3 to 255 letters, digits, hyphens, underscores and dots.", nameof(name));
    }

    public static string Find(string name, LambdaEnvironment environment) => environment[Variable(name)] ?? name;

    private static string Variable(string name) =>
        "TABLE_" + string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : '_'));
}
