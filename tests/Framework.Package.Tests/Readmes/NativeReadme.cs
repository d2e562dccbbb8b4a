namespace Framework.Package.Tests.Readmes;

/// <summary>The service of Framework's README, published as a Native AOT binary.</summary>
public sealed class NativeReadme : IAsyncLifetime
{
    /// <summary>What is missing on this machine to publish it; null where nothing is.</summary>
    public string? Missing { get; } = Tool.Missing("clang");

    /// <summary>What the publish printed.</summary>
    public string Output { get; private set; } = "";

    public string Binary { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
            return;
        var project = ReadmeProject.Write("Framework");
        var folder = Path.Combine(project.Folder, "published");
        Output = await PackedFeed.DotnetAsync($"publish \"{project.Folder}\" -r linux-x64 -o \"{folder}\" --nologo -v quiet");
        Binary = Path.Combine(folder, "bootstrap");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
