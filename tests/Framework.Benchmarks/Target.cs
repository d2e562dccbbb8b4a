namespace Framework.Benchmarks;

/// <summary>What a figure should be: at most so many times the floor's, or at most so much.</summary>
internal sealed record Target(double Limit, bool IsRatio)
{
    public static Target Ratio(double limit) => new(limit, IsRatio: true);

    public static Target Most(double limit) => new(limit, IsRatio: false);

    public bool IsMet(double value, double floor) => (IsRatio ? value / floor : value) <= Limit;

    public override string ToString() => IsRatio ? $"at most {Limit:0.0#} x" : $"at most {Limit:0}";
}
