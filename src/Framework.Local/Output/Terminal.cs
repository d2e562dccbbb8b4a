using Framework.Runtime;

namespace Framework.Local.Output;

/// <summary>Writes lines for the developer, in colours where somebody looks at them.</summary>
internal sealed class Terminal
{
    private readonly Lock _lock = new();
    private readonly TextWriter _writer;
    private readonly bool _colours;

    /// <summary>Writes to a writer; colours only on a terminal and without <c>NO_COLOR</c>
    /// (<see href="https://no-color.org"/>).</summary>
    public Terminal(TextWriter writer, LambdaEnvironment environment)
        : this(
            writer,
            ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected
            && environment["NO_COLOR"] is null && environment["TERM"] != "dumb")
    {
    }

    internal Terminal(TextWriter writer, bool colours)
    {
        _writer = writer;
        _colours = colours;
    }

    /// <summary>Writes one line in one piece.</summary>
    public void WriteLine(string line = "")
    {
        lock (_lock)
        {
            _writer.WriteLine(line);
            _writer.Flush();
        }
    }

    /// <summary>Gives a text a colour.</summary>
    public string Paint(string text, Tint tint) => _colours ? $"\e[{(int)tint}m{text}\e[0m" : text;

    /// <summary>A client's text on one line and without control characters, which a terminal would obey.</summary>
    public static string Printable(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter))
        : text;
}
