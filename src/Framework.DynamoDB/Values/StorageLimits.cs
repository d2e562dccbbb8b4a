using System.Text;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;

namespace Framework.DynamoDB.Values;

/// <summary>What DynamoDB asks of values
/// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">quotas</see>): finds the
/// one that it refuses.</summary>
internal static class StorageLimits
{
    public const string Number = "Must be a number of up to 38 significant digits, from 1E-130 to 9.9E+125 or 0.";
    public const string EmptyName = "Must not hold an empty name.";

    private const string LongName = "Must not hold a name over 65,535 bytes.";
    private const string TooDeep = "Must be nested at most 32 levels deep, including its values.";
    private const string Twice = "Must not hold a value twice.";
    private const int MaxDepth = 32;
    private const int MaxName = 65_535;

    /// <summary>What is wrong with an item's attributes; null for nothing.</summary>
    public static InvalidValueException? Fault(Dictionary<string, AttributeValue> attributes, Exception? inner = null) =>
        Fault(attributes, 0, inner);

    /// <summary>What is wrong with an item that DynamoDB finds nested too deep: DynamoDB Local takes one level less.</summary>
    public static InvalidValueException? DepthFault(Dictionary<string, AttributeValue> attributes, Exception? inner) =>
        Fault(attributes, 0, inner) ?? Fault(attributes, 1, inner);

    /// <summary>What is wrong with a value; null for nothing.</summary>
    /// <param name="place">Where the value is stored.</param>
    /// <param name="depth">How many maps and lists are around it.</param>
    /// <param name="value">The value.</param>
    /// <param name="inner">What DynamoDB said; null where it was not asked.</param>
    public static InvalidValueException? Fault(object place, int depth, AttributeValue value, Exception? inner = null) =>
        Find(value, depth)?.ToException($"{place}", inner);

    private static InvalidValueException? Fault(Dictionary<string, AttributeValue> attributes, int depth, Exception? inner)
    {
        foreach (var (name, value) in attributes)
            if (Find(value, depth) is { } fault)
                return fault.ToException(name, inner);
        return null;
    }

    // Depth: the maps and lists around the value.
    private static Found? Find(AttributeValue value, int depth) => value switch
    {
        _ when depth >= MaxDepth => new("", TooDeep),
        { N: { } number } => NumberValue.IsStorable(number) ? null : new("", Number),
        { M: { } map } => Find(map, depth + 1),
        { L: { } list } => Find(list, depth + 1),
        { NS: { } numbers } => numbers.TrueForAll(NumberValue.IsStorable) ? null : new("", Number),
        { BS: { } binaries } => HasTwice(binaries) ? new("", Twice) : null,
        _ => null,
    };

    private static Found? Find(Dictionary<string, AttributeValue> map, int depth)
    {
        foreach (var (name, value) in map)
        {
            if (name.Length == 0)
                return new("", EmptyName);
            if (name.Length > MaxName / 3 && Encoding.UTF8.GetByteCount(name) > MaxName)
                return new("", LongName);
            if (Find(value, depth) is { } fault)
                return fault.Within("." + name);
        }
        return null;
    }

    private static Found? Find(List<AttributeValue> list, int depth)
    {
        for (var index = 0; index < list.Count; index++)
            if (Find(list[index], depth) is { } fault)
                return fault.Within($"[{index}]");
        return null;
    }

    private static bool HasTwice(List<MemoryStream> binaries) => binaries.Count > 1
        && binaries.Select(bytes => Convert.ToBase64String(bytes.ToArray())).Distinct().Count() < binaries.Count;

    private readonly record struct Found(string Place, string Message)
    {
        // What is nested too deep is named by its attribute: the whole path has 32 steps.
        public Found Within(string step) => Message == TooDeep ? this : this with { Place = step + Place };

        public InvalidValueException ToException(string name, Exception? inner) => new(name + Place, Message, inner);
    }
}
