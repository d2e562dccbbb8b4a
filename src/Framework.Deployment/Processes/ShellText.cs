namespace Framework.Deployment.Processes;

/// <summary>Text of a command line that a person can copy into a shell.</summary>
internal static class ShellText
{
    /// <summary>Quotes an argument where a shell would read it otherwise. A variable, <c>$ACCOUNT</c>, stays one.</summary>
    public static string Quote(string argument)
    {
        if (argument.Length > 0 && argument.All(IsPlain))
            return argument;
        return argument.Contains('$')
            ? $"\"{argument.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)}\""
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || "-_./:=,@%+".Contains(letter);
}
