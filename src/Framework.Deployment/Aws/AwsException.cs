using System.Text.RegularExpressions;
using Framework.Deployment.Processes;

namespace Framework.Deployment.Aws;

/// <summary>A command of the AWS CLI failed.</summary>
internal sealed partial class AwsException : Exception
{
    /// <param name="call">The command.</param>
    /// <param name="text">What it said.</param>
    public AwsException(ProgramCall call, string text) : base(text)
    {
        Call = call;
        Code = Pattern().Match(text) is { Success: true } match ? match.Groups["code"].Value : "";
    }

    /// <summary>The command.</summary>
    public ProgramCall Call { get; }

    /// <summary>AWS's code of the error, such as <c>AccessDenied</c>; empty where the CLI itself failed.</summary>
    public string Code { get; }

    [GeneratedRegex(@"An error occurred \((?<code>[^)]+)\)")]
    private static partial Regex Pattern();
}
