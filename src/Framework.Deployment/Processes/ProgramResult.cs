namespace Framework.Deployment.Processes;

/// <summary>How a program ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
internal sealed record ProgramResult(int Code, string Output, string Errors)
{
    /// <summary>The last lines of what it wrote, errors before the rest.</summary>
    public string Tail(int lines)
    {
        var text = Errors.Trim().Length > 0 ? Errors : Output;
        return string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeLast(lines));
    }
}
