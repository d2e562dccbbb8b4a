namespace Framework.Deployment.Comparison;

/// <summary>Why a change must be confirmed.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Sentence">What exactly, for a person.</param>
internal sealed record Risk(RiskKind Kind, string Sentence);
