namespace Framework.Deployment.Tests.Support;

/// <summary>A program on the PATH that records its calls, answers from files, and fails on request.</summary>
internal sealed class StandIn
{
    // The files of a call are named by its second word and its number, describe-stacks.2, or by the word alone for
    // all of them. The calls of a firewall's stack begin with firewall-.
    private const string Script = """
        #!/bin/bash
        here="$(dirname "$0")/calls of $(basename "$0")"
        name="$2"
        case "$1" in publish|--version) name="${1#--}" ;; esac
        case "$*" in *-firewall*) name="firewall-$name" ;; esac
        printf '%s\t' "$@" >> "$here/calls"
        echo >> "$here/calls"
        count=0
        [ -f "$here/$name.count" ] && read -r count < "$here/$name.count"
        count=$((count + 1))
        echo $count > "$here/$name.count"
        [ -f "$here/$name.hang" ] && exec tail -f /dev/null
        if [ -f "$here/$name.$count.fails" ]; then cat "$here/$name.$count.fails" >&2; exit 254; fi
        if [ -f "$here/$name.$count" ]; then cat "$here/$name.$count"; exit 0; fi
        if [ -f "$here/$name" ]; then cat "$here/$name"; exit 0; fi
        exit 0
        """;

    private readonly string _answers;

    public StandIn(TestFolder folder, string program)
    {
        _answers = Path.GetDirectoryName(folder.File($"bin/calls of {program}/calls"))!;
        var file = folder.Write($"bin/{program}", Script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Folder = Path.GetDirectoryName(file)!;
    }

    /// <summary>The folder for the PATH.</summary>
    public string Folder { get; }

    /// <summary>The calls so far, each with its arguments.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Calls => File.Exists(InAnswers("calls"))
        ? [.. File.ReadAllLines(InAnswers("calls")).Select(line => line.Split('\t', StringSplitOptions.RemoveEmptyEntries))]
        : [];

    /// <summary>What it answers.</summary>
    public void Answers(string call, string text) => File.WriteAllText(InAnswers(call), text);

    /// <summary>What it says when a call fails.</summary>
    public void Fails(string call, int number, string error) => File.WriteAllText(InAnswers($"{call}.{number}.fails"), error);

    /// <summary>Counts from one again, and fails no more.</summary>
    public void Reset()
    {
        foreach (var file in Directory.GetFiles(_answers).Where(file => Path.GetExtension(file) is ".count" or ".fails"))
            File.Delete(file);
    }

    /// <summary>A call that does not end.</summary>
    public void Hangs(string call) => File.WriteAllText(InAnswers($"{call}.hang"), "");

    private string InAnswers(string name) => Path.Combine(_answers, name);
}
