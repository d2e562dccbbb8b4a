using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Framework.Local.Output;

/// <summary>A line on its way to a terminal. Every text that is put into it is made printable, so that no call has to know
/// which text a client has chosen.</summary>
[InterpolatedStringHandler]
internal readonly struct TerminalLine(int literalLength, int formattedCount, Terminal terminal)
{
    private readonly StringBuilder _text = new(literalLength + formattedCount);

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(Painted painted) => _text.Append(terminal.Colour(painted));

    public void AppendFormatted<T>(T value, int alignment = 0)
    {
        var text = Terminal.Printable(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        _text.Append(alignment < 0 ? text.PadRight(-alignment) : text.PadLeft(alignment));
    }

    public override string ToString() => _text.ToString();
}
