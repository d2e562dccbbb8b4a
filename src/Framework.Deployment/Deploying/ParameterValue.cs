namespace Framework.Deployment.Deploying;

/// <summary>A parameter of the root template.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its value; null for the one that the stack has.</param>
internal sealed record ParameterValue(string Key, string? Value)
{
    /// <summary>The parameter in the AWS CLI's shorthand.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html">its syntax</see>.</remarks>
    public string Shorthand => Value is null ? $"ParameterKey={Key},UsePreviousValue=true" : $"ParameterKey={Key},ParameterValue={Quoted(Value)}";

    private static string Quoted(string value) => value.Length > 0 && value.All(IsPlain)
        ? value
        : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || "-_./:@$".Contains(letter);
}
