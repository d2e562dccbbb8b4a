namespace Framework.Deployment.Processes;

/// <summary>A program to run.</summary>
/// <param name="Program">Its name on the PATH.</param>
/// <param name="Arguments">Its arguments, each as the program gets it: no shell reads them.</param>
internal sealed record ProgramCall(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>How long it may take before it is ended.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>More environment variables for it.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The call as a line for a shell.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program).Select(ShellText.Quote));
}
