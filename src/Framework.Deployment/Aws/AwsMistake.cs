using System.Text.RegularExpressions;

namespace Framework.Deployment.Aws;

/// <summary>A mistake that AWS reports, and the sentence that says what to do. The documents have the list.</summary>
/// <param name="Sign">What AWS's text looks like.</param>
/// <param name="Sentence">The sentence; <c>{region}</c> and <c>{action}</c> stand for what they name.</param>
internal sealed record AwsMistake(Regex Sign, string Sentence);
