using System.Text;

namespace Framework.Generators.Common;

/// <summary>Writes indented lines of C# with line feeds on every system.</summary>
internal sealed class SourceWriter
{
    private const int MaxLine = 120;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one line, or each line of a text of several, at the present depth.</summary>
    public SourceWriter Line(string text = "")
    {
        foreach (var line in text.Split('\n'))
        {
            var content = line.TrimEnd('\r');
            if (content.Length > 0)
                _text.Append(' ', _depth * 4).Append(content);
            _text.Append('\n');
        }
        return this;
    }

    /// <summary>Writes the head of a block and its opening brace, and indents by one level.</summary>
    public SourceWriter Open(string head)
    {
        Line(head);
        return Open();
    }

    /// <summary>Writes the opening brace of a block, and indents by one level.</summary>
    public SourceWriter Open()
    {
        Line("{");
        _depth++;
        return this;
    }

    /// <summary>Closes the block and its level.</summary>
    /// <param name="tail">What follows the brace, such as <c>;</c> or <c>);</c>.</param>
    public SourceWriter Close(string tail = "")
    {
        _depth--;
        return Line("}" + tail);
    }

    /// <summary>Writes a call: on one line where it fits, else with each argument on its own.</summary>
    /// <param name="head">All before the opening parenthesis.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="tail">What follows the closing parenthesis.</param>
    public SourceWriter Call(string head, IReadOnlyList<string> arguments, string tail)
    {
        var line = $"{head}({string.Join(", ", arguments)}){tail}";
        if (line.Length + (_depth * 4) <= MaxLine || arguments.Count < 2)
            return Line(line);
        Line(head + "(").Indent();
        for (var index = 0; index < arguments.Count; index++)
            Line(arguments[index] + (index == arguments.Count - 1 ? ")" + tail : ","));
        return Outdent();
    }

    /// <summary>Indents by one level without a brace.</summary>
    public SourceWriter Indent()
    {
        _depth++;
        return this;
    }

    /// <summary>Ends a level without a brace.</summary>
    public SourceWriter Outdent()
    {
        _depth--;
        return this;
    }

    public override string ToString() => _text.ToString();
}
