using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Framework.Runtime;

namespace Framework.Local.Output;

/// <summary>Writes lines for the developer, in colours on a terminal.</summary>
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

    /// <summary>Writes one line in one piece; the texts that are put into it are made printable.</summary>
    public void WriteLine([InterpolatedStringHandlerArgument("")] TerminalLine line) => Write(line.ToString());

    /// <summary>Writes one line in one piece, made printable.</summary>
    public void WriteLine(string line = "") => Write(Printable(line));

    /// <summary>Writes a text of several lines in one piece and one colour. All but the first are indented, so that none
    /// looks like a line of the console's own.</summary>
    public void WriteLines(string text, Tint tint) => Write(string.Join(
        _writer.NewLine,
        text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')
            .Select((line, index) => Colour(new(index == 0 ? line : $"  {line}", tint)))));

    /// <summary>Gives a text a colour.</summary>
    public static Painted Paint(string text, Tint tint) => new(text, tint);

    /// <summary>A text with its colour, made printable.</summary>
    public string Colour(Painted painted) => _colours && painted.Tint is not Tint.None
        ? $"\e[{(int)painted.Tint}m{Printable(painted.Text)}\e[0m"
        : Printable(painted.Text);

    /// <summary>A text on one line, without what a terminal would obey: control characters, line breaks, and the format
    /// characters that hide text or change its direction, such as U+202E.</summary>
    public static string Printable(string text) => text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        ? string.Concat(text.EnumerateRunes().Select(rune => IsPrintable(rune) ? rune : Rune.ReplacementChar))
        : text;

    /// <summary>Whether a terminal shows a character and does nothing else with it.</summary>
    public static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private void Write(string lines)
    {
        lock (_lock)
        {
            _writer.WriteLine(lines);
            _writer.Flush();
        }
    }
}
