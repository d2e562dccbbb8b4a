using System.Diagnostics;
using System.Reflection;

namespace Framework.Hosting;

/// <summary>Reports mistakes in an author's <c>Program.cs</c> before the service runs: one sentence and its place instead of a
/// stack trace and a core dump.</summary>
internal sealed class BuildFailures
{
    private const int ExitCode = 1;

    /// <summary>From here on an exception that nobody catches is reported.</summary>
    public void Watch() => AppDomain.CurrentDomain.UnhandledException += Report;

    /// <summary>The service runs: from here on an exception is not a mistake in its building.</summary>
    public void Ignore() => AppDomain.CurrentDomain.UnhandledException -= Report;

    private void Report(object sender, UnhandledExceptionEventArgs arguments)
    {
        if (arguments.ExceptionObject is not Exception exception || !AuthorMistake.Is(exception))
            return;
        Console.Error.WriteLine($"The service could not start: {AuthorMistake.Sentence(exception)}{Place(exception)}");
        Environment.Exit(ExitCode);
    }

    // The author's own line, where the symbols are present.
    private static string Place(Exception exception) =>
        new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(frame => frame.GetFileName() is not null && IsAuthors(frame)) is { } frame
                ? $" ({Path.GetFileName(frame.GetFileName())}, line {frame.GetFileLineNumber()})"
                : "";

    private static bool IsAuthors(StackFrame frame) =>
        DiagnosticMethodInfo.Create(frame)?.DeclaringAssemblyName == Assembly.GetEntryAssembly()?.FullName;
}
