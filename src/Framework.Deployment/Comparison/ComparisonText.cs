using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Framework.Deployment.Comparison;

/// <summary>Writes a comparison for a person: a line a resource, a line a property, and what must be confirmed behind an exclamation mark.</summary>
internal static class ComparisonText
{
    private const int MaxLength = 200;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, IReadOnlyList<Change> changes)
    {
        foreach (var change in changes)
        {
            output.WriteLine($"{Sign(change.Kind)} {change.Id} ({change.Type})");
            foreach (var property in change.Properties)
                output.WriteLine($"    {property.Path}: {Value(property.Before)} -> {Value(property.After)}");
            foreach (var note in change.Notes)
                output.WriteLine($"    {note}");
            foreach (var risk in change.Risks)
                output.WriteLine($"  ! {Word(risk.Kind)}: {risk.Sentence}");
        }
        output.WriteLine(changes.Count == 0
            ? "Nothing differs."
            : $"{Count(changes, ChangeKind.Added)} added, {Count(changes, ChangeKind.Changed)} changed, {Count(changes, ChangeKind.Removed)} removed.");
        foreach (var risks in changes.SelectMany(change => change.Risks).GroupBy(risk => risk.Kind).OrderBy(group => group.Key))
            output.WriteLine($"! {Word(risks.Key)} {risks.Count()} time{(risks.Count() == 1 ? "" : "s")}: deploy asks for {Option(risks.Key)}.");
    }

    /// <summary>The option of <c>deploy</c> that confirms such risks.</summary>
    public static string Option(RiskKind kind) => kind switch
    {
        RiskKind.Replaces => "--allow-replacement",
        RiskKind.DeletesData => "--allow-data-loss",
        _ => "--allow-wider-permissions",
    };

    private static string Word(RiskKind kind) => kind switch
    {
        RiskKind.Replaces => "REPLACES",
        RiskKind.DeletesData => "DELETES DATA",
        _ => "WIDENS A PERMISSION",
    };

    private static char Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => '+',
        ChangeKind.Removed => '-',
        _ => '~',
    };

    private static int Count(IReadOnlyList<Change> changes, ChangeKind kind) => changes.Count(change => change.Kind == kind);

    private static string Value(JsonNode? value)
    {
        var text = value?.ToJsonString(Plain) ?? "nothing";
        return text.Length <= MaxLength ? text : $"{text[..MaxLength]}...";
    }
}
