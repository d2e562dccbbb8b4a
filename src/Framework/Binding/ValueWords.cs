using System.Numerics;

namespace Framework.Binding;

/// <summary>What the text of a value must be, to finish the sentence "Must be ...": the same in a query as in a body.</summary>
internal static class ValueWords
{
    public const string Guid = "a UUID";
    public const string DateOnly = "a date such as 2026-11-23";
    public const string TimeOnly = "a time such as 20:15:00";
    public const string DateTimeOffset = "an instant with its offset such as 2026-11-23T20:15:00Z";
    public const string TimeSpan = "a duration such as 1.02:03:04";

    public static string Integer<T>() where T : IBinaryInteger<T>, IMinMaxValue<T> => $"an integer from {T.MinValue} to {T.MaxValue}";
}
