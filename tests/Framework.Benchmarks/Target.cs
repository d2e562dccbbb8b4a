namespace Framework.Benchmarks;

/// <summary>What a figure should be: so many times the first candidate's, or so much.</summary>
internal sealed record Target(double Limit, bool IsRatio, bool IsLeast = false)
{
    public static Target Ratio(double limit) => new(limit, IsRatio: true);

    public static Target AtLeastRatio(double limit) => new(limit, IsRatio: true, IsLeast: true);

    public static Target Most(double limit) => new(limit, IsRatio: false);

    public bool IsMet(double value, double first)
    {
        var figure = IsRatio ? value / first : value;
        return IsLeast ? figure >= Limit : figure <= Limit;
    }

    public override string ToString() => $"at {(IsLeast ? "least" : "most")} {(IsRatio ? $"{Limit:0.0#} x" : $"{Limit:0}")}";
}
