namespace Framework.Package.Tests.Templates;

/// <summary>A service that the templates made, under a name that is no namespace, with an endpoint of each method and a
/// table.</summary>
public sealed class TemplatedService : IAsyncLifetime
{
    /// <summary>Its name.</summary>
    public const string Name = "My.Shop-Service 2";

    private readonly TemplateFolder _folder = new();

    /// <summary>What the build printed.</summary>
    public string Output { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await DotnetAsync($"new install \"{Assert.Single(Directory.GetFiles(PackedFeed.Folder, "Framework.Templates.0.*.nupkg"))}\"");
        await DotnetAsync($"new framework-service --name \"{Name}\"");
        var project = $"\"{Path.Combine(Name, Name)}";
        await DotnetAsync($"new framework-endpoint --name GetHours --anonymous --output {project}/Hours\"");
        foreach (var method in new[] { "Post", "Put", "Patch", "Delete" })
            await DotnetAsync($"new framework-endpoint -n {method}Line -m {method} -r \"/orders/{{order}}/lines/{{line+}}\" -o {project}/Orders\"");
        await DotnetAsync($"new framework-table --name Order --partition-key Customer -sk Number --output {project}/Orders\"");
        var program = Text("Program.cs");
        await File.WriteAllTextAsync(
            PathOf("Program.cs"),
            program.Replace("(\"notes\");", "(\"notes\");\nservice.Services.AddTable<Order>(\"orders\");", StringComparison.Ordinal));
        Output = await DotnetAsync($"build \"{Name}\" --nologo -v quiet");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A file of the service's project.</summary>
    public string PathOf(params string[] names) => _folder.File([Name, Name, .. names]);

    /// <summary>What a file of the service's project holds.</summary>
    public string Text(params string[] names) => File.ReadAllText(PathOf(names));

    /// <summary>The tests that the template made.</summary>
    public string TestAssembly => _folder.File(Name, $"{Name}.Tests", "bin", "Debug", "net10.0", $"{Name}.Tests.dll");

    /// <summary>The service that the template made.</summary>
    public string Assembly => PathOf("bin", "Debug", "net10.0", $"{Name}.dll");

    public Task<string> DotnetAsync(string arguments) => _folder.DotnetAsync(arguments);
}
