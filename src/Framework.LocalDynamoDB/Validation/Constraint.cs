using System.Buffers;
using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Validation;

/// <summary>One rule for a value, and the service's sentence where the value breaks it.</summary>
internal sealed record Constraint(string Message, Func<JsonElement, bool> Holds)
{
    private const string NamePattern = "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+";

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-");

    /// <summary>The rule for a table's name, or its ARN.</summary>
    public Constraint OrArn() => new(Message, value => TableArn.IsMatch(value.GetString()!) || Holds(value));

    public static Constraint Name { get; } = new(NamePattern, value => IsName(value.GetString()!));

    /// <summary>Map keys that are table names of 3 to 255 characters.</summary>
    public static Constraint KeysAreTableNames { get; } = new(
        "Map keys must satisfy constraint: [Member must have length less than or equal to 255, "
        + "Member must have length greater than or equal to 3, " + NamePattern + "]",
        value => value.EnumerateObject().All(member => TableArn.IsMatch(member.Name) || (member.Name.Length is >= 3 and <= 255 && IsName(member.Name))));

    public static Constraint OneOf(params string[] values) => new(
        $"Member must satisfy enum value set: [{string.Join(", ", values)}]",
        value => values.Any(value.ValueEquals));

    public static Constraint MinLength(int length) => new(
        $"Member must have length greater than or equal to {length}", value => LengthOf(value) >= length);

    public static Constraint MaxLength(int length) => new(
        $"Member must have length less than or equal to {length}", value => LengthOf(value) <= length);

    public static Constraint AtLeast(int minimum) => new(
        $"Member must have value greater than or equal to {minimum}", value => value.GetDouble() >= minimum);

    public static Constraint AtMost(int maximum) => new(
        $"Member must have value less than or equal to {maximum}", value => value.GetDouble() < maximum + 1d);

    public static Constraint ValuesHaveLength(int minimum, int maximum) => new(
        $"Map value must satisfy constraint: [Member must have length less than or equal to {maximum}, "
        + $"Member must have length greater than or equal to {minimum}]",
        value => value.EnumerateObject().All(member =>
            member.Value.ValueKind == JsonValueKind.Null
            || (LengthOf(member.Value) >= minimum && LengthOf(member.Value) <= maximum)));

    private static bool IsName(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(NameCharacters);

    private static int LengthOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.GetArrayLength(),
        JsonValueKind.Object => value.EnumerateObject().Count(),
        _ => value.GetString()!.Length,
    };
}
