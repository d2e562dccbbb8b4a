using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Framework.Package.Tests.Templates;

/// <summary>A guide whose commands are run, block by block, in one shell. A block that ends in <c>dotnet watch</c> keeps it
/// running while the next blocks are run, until the tests of the service begin.</summary>
internal sealed partial class Guide(string file, TemplateFolder folder) : IAsyncDisposable
{
    private const string Up = "is up at http://localhost:";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly StringBuilder _before = new();
    private readonly ConcurrentQueue<string> _lines = new();
    private Process? _watch;
    private TaskCompletionSource _shown = new();
    private string[] _awaited = [];
    private string _address = "";

    /// <summary>Runs all commands of the guide.</summary>
    /// <returns>What they printed.</returns>
    public async Task<string> RunAsync()
    {
        var output = new StringBuilder();
        foreach (Match block in Blocks().Matches(await File.ReadAllTextAsync(file)))
        {
            var commands = block.Groups["commands"].Value;
            if (commands.StartsWith("dotnet watch", StringComparison.Ordinal))
                await WatchAsync(commands.Trim());
            else
                output.Append(await ShellAsync(commands));
        }
        return output.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (_watch is null)
            return;
        _watch.Kill(entireProcessTree: true);
        await _watch.WaitForExitAsync().InTimeAsync();
        _watch.Dispose();
        _watch = null;
    }

    private async Task WatchAsync(string command)
    {
        var up = ShownAsync(Up);
        // The guide's own port may be taken on this machine.
        _watch = await StartAsync($"{_before}exec {command} --non-interactive -- --port 0");
        _watch.OutputDataReceived += (_, line) => Take(line.Data ?? "");
        _watch.ErrorDataReceived += (_, line) => Take(line.Data ?? "");
        _watch.BeginOutputReadLine();
        _watch.BeginErrorReadLine();
        await up;
    }

    // Variables and the folder hold for the blocks after, so a block's cd and assignments are repeated before each.
    private async Task<string> ShellAsync(string commands)
    {
        if (commands.StartsWith("dotnet test", StringComparison.Ordinal))
            await DisposeAsync();
        var changes = _watch is not null && commands.Contains("framework-endpoint", StringComparison.Ordinal);
        var changed = changes ? ShownAsync("serves the changed code.", Up) : Task.CompletedTask;
        commands = commands.Replace("http://localhost:5080", _address, StringComparison.Ordinal);
        using var process = await StartAsync($"set -e\n{_before}{commands}");
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(Waits.BuildLimit) + await errors;
        await process.WaitForExitAsync().InTimeAsync();
        Assert.True(process.ExitCode == 0, $"{commands}\n{output}");
        foreach (Match kept in Kept().Matches(commands))
            _before.Append(kept.Value).Append('\n');
        await changed;
        return output;
    }

    private async Task<Process> StartAsync(string script)
    {
        var start = folder.Start("bash", "");
        start.RedirectStandardInput = true;
        var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(script);
        process.StandardInput.Close();
        return process;
    }

    private async Task ShownAsync(params string[] texts)
    {
        (_awaited, _shown) = (texts, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await _shown.Task.WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"dotnet watch did not show '{string.Join("' or '", texts)}':\n{string.Join('\n', _lines)}");
        }
    }

    private void Take(string line)
    {
        _lines.Enqueue(line);
        if (Address().Match(line) is { Success: true } address)
            _address = address.Value;
        if (_awaited.Any(text => line.Contains(text, StringComparison.Ordinal)))
            _shown.TrySetResult();
    }

    [GeneratedRegex(@"^```sh\n(?<commands>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^(cd |[A-Z]+=).*$", RegexOptions.Multiline)]
    private static partial Regex Kept();

    [GeneratedRegex(@"http://localhost:\d+")]
    private static partial Regex Address();
}
