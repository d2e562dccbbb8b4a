namespace Framework.Functions;

/// <summary>The time after which a quota begins again.</summary>
public enum QuotaPeriod
{
    /// <summary>A month.</summary>
    Month,

    /// <summary>A week.</summary>
    Week,

    /// <summary>A day.</summary>
    Day,
}
