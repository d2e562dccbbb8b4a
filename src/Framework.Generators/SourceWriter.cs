using System.Text;

namespace Framework.Generators;

/// <summary>Writes indented lines of C# with line feeds, whatever the machine.</summary>
internal sealed class SourceWriter
{
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

    /// <summary>Writes the head of a block and its opening brace, and goes one deeper.</summary>
    public SourceWriter Open(string head)
    {
        Line(head);
        return Open();
    }

    /// <summary>Writes the opening brace of a block, and goes one deeper.</summary>
    public SourceWriter Open()
    {
        Line("{");
        _depth++;
        return this;
    }

    /// <summary>Comes back up and closes the block.</summary>
    /// <param name="tail">What follows the brace, such as <c>;</c> or <c>);</c>.</param>
    public SourceWriter Close(string tail = "")
    {
        _depth--;
        return Line("}" + tail);
    }

    /// <summary>Goes one deeper without a brace.</summary>
    public SourceWriter Indent()
    {
        _depth++;
        return this;
    }

    /// <summary>Comes back up without a brace.</summary>
    public SourceWriter Outdent()
    {
        _depth--;
        return this;
    }

    public override string ToString() => _text.ToString();
}
