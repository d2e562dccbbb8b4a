namespace Framework.Package.Tests.Readmes;

/// <summary>A README's examples as a project of their own, which has the packed packages: the blocks of C#, the project
/// file where the README shows one, and the files of the folder here that has its name, which hold what the examples
/// refer to.</summary>
internal sealed class ReadmeProject
{
    /// <summary>The README of the repository, which shows the todo service.</summary>
    public const string Todo = "Todo";

    private static readonly string Home = Path.Combine(PackedFeed.Root, "artifacts", "readmes");
    private static readonly string Contexts = Path.Combine(PackedFeed.Root, "tests", "Framework.Package.Tests", "Readmes");

    private readonly string _package;

    private ReadmeProject(string package) => _package = package;

    /// <summary>The READMEs that have examples.</summary>
    public static IEnumerable<string> Names =>
    [
        Todo,
        .. PackedFeed.Packages.Where(package => Example.In(ReadmeOf(package)).Count > 0),
    ];

    public string Folder => Path.Combine(Home, Name);

    public string Assembly => Path.Combine(Folder, "bin", "Debug", "net10.0", $"{Name}.dll");

    public int ExampleCount => Example.In(ReadmeOf(_package)).Count;

    // Not the package's own name: a project cannot refer to itself.
    private string Name => _package == Todo ? Todo : $"{_package}.Examples";

    /// <summary>Writes the project of a README and builds it.</summary>
    public static async Task<ReadmeProject> BuildAsync(string package)
    {
        var project = Write(package);
        await PackedFeed.DotnetAsync($"build \"{project.Folder}\" --nologo -v quiet");
        return project;
    }

    /// <summary>Writes the project of a README.</summary>
    public static ReadmeProject Write(string package)
    {
        var project = new ReadmeProject(package);
        project.Write();
        return project;
    }

    private void Write()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        CopyAll(Contexts, "Directory.*", Home);
        if (CodeBlock.In(ReadmeOf(_package)).FirstOrDefault(block => block.IsProject) is { } file)
            File.WriteAllText(Path.Combine(Folder, $"{Name}.csproj"), file.Text);
        foreach (var example in Example.In(ReadmeOf(_package)))
            File.WriteAllText(Path.Combine(Folder, $"Example{example.Number}.cs"), example.ToString());
        CopyAll(Path.Combine(Contexts, _package), "*", Folder);
    }

    private static string ReadmeOf(string package) =>
        Path.Combine(PackedFeed.Root, package == Todo ? "README.md" : Path.Combine("src", package, "README.md"));

    private static void CopyAll(string from, string pattern, string to)
    {
        foreach (var file in Directory.GetFiles(from, pattern))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }
}
