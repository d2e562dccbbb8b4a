using System.IO.Compression;

namespace Framework.Package.Tests;

public sealed class ToolTests
{
    private const string Tool = "Framework.LocalDynamoDB.Tool";

    [Fact]
    public void The_package_of_the_tool_holds_the_tool_and_its_readme()
    {
        using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(PackedFeed.Folder, $"{Tool}.0.*.nupkg")));

        var names = package.Entries.Select(entry => entry.FullName).ToList();
        Assert.Contains($"tools/net10.0/any/{Tool}.dll", names);
        Assert.Contains("README.md", names);
    }

    [Fact]
    public async Task The_installed_tool_serves_and_a_signal_ends_it()
    {
        var folder = Directory.CreateTempSubdirectory("framework-tool-").FullName;
        try
        {
            await PackedFeed.DotnetAsync($"tool install {Tool} --version 0.1.0 --tool-path \"{folder}\"");
            using var tool = await SignalledProcess.StartAsync(Path.Combine(folder, "local-dynamodb"), "--port", "0", "--in-memory");
            using var client = new HttpClient();
            var address = tool.FirstLine.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal));

            Assert.StartsWith("healthy: dynamodb.", await client.GetStringAsync(address), StringComparison.Ordinal);
            Assert.Equal(0, await tool.TerminateAsync());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
