using System.Diagnostics;
using System.Reflection;

namespace Framework.Hosting;

/// <summary>Reports what an author's <c>Program.cs</c> gets wrong between the builder and the run of a service: one sentence
/// and its place, in place of a stack trace and a core dump.</summary>
internal sealed class BuildFailures
{
    private const int ExitCode = 1;

    /// <summary>From here on an exception that nobody catches is reported.</summary>
    public void Watch() => AppDomain.CurrentDomain.UnhandledException += Report;

    /// <summary>The service runs: an exception is no mistake of its building any more.</summary>
    public void Ignore() => AppDomain.CurrentDomain.UnhandledException -= Report;

    private void Report(object sender, UnhandledExceptionEventArgs arguments)
    {
        if (arguments.ExceptionObject is not Exception exception || !AuthorMistake.Is(exception))
            return;
        Console.Error.WriteLine($"The service could not start: {AuthorMistake.Sentence(exception)}{Place(exception)}");
        Environment.Exit(ExitCode);
    }

    // The author's own line, where the symbols are there to name it.
    private static string Place(Exception exception) =>
        new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(frame => frame.GetFileName() is not null && IsAuthors(frame)) is { } frame
                ? $" ({Path.GetFileName(frame.GetFileName())}, line {frame.GetFileLineNumber()})"
                : "";

    private static bool IsAuthors(StackFrame frame) =>
        DiagnosticMethodInfo.Create(frame)?.DeclaringAssemblyName == Assembly.GetEntryAssembly()?.FullName;
}
