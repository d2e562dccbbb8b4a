namespace Framework.Benchmarks;

/// <summary>The measured values of each candidate.</summary>
internal sealed class Samples(int candidates)
{
    private readonly List<double>[] _values = [.. Enumerable.Range(0, candidates).Select(_ => new List<double>())];

    public double[] Medians => [.. _values.Select(Median)];

    public void Add(int candidate, double value) => _values[candidate].Add(value);

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
