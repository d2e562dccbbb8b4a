namespace Framework.Benchmarks;

/// <summary>A Markdown table: a row a figure, a column a candidate, with its ratio to the first.</summary>
internal sealed class Report
{
    private readonly IReadOnlyList<string> _names;

    public Report(IReadOnlyList<string> names)
    {
        _names = names;
        Console.WriteLine($"| | {string.Join(" | ", names)} | target |");
        Console.WriteLine($"|---|{string.Concat(names.Select(_ => "---|"))}---|");
    }

    public void Write(string figure, string format, double[] values, Target? target = null)
    {
        var cells = values.Select((value, index) => index == 0
            ? value.ToString(format)
            : $"{value.ToString(format)} ({value / values[0]:0.00} x)");
        Console.WriteLine($"| {figure} | {string.Join(" | ", cells)} | {Verdict(values, target)} |");
    }

    private string Verdict(double[] values, Target? target)
    {
        if (target is null)
            return "";
        var missed = _names.Skip(1)
            .Where((_, index) => !target.IsMet(values[index + 1], values[0]))
            .ToArray();
        return missed.Length == 0 ? $"{target}: met" : $"{target}: missed by {string.Join(", ", missed)}";
    }
}
