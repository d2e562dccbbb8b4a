namespace Framework.Package.Tests.Shapes;

/// <summary>A project that exists to be evaluated, built or run.</summary>
/// <param name="Name">Its name and its folder's.</param>
/// <param name="Properties">The properties that make its shape.</param>
/// <param name="Items">What it references.</param>
internal sealed record ShapeProject(string Name, string Properties, string Items)
{
    private static readonly string Home = Path.Combine(PackedFeed.Root, "artifacts", "shapes");

    public string Folder => Path.Combine(Home, Name);

    public string Output => Path.Combine(Folder, "bin", "Debug", "net10.0");

    public string Assembly => Path.Combine(Output, $"{Name}.dll");

    /// <summary>A reference to it.</summary>
    public string Reference => $"""<ProjectReference Include="../{Name}/{Name}.csproj" />""";

    /// <summary>Writes the project, with code where it is to be built.</summary>
    public void Write(string? code = null)
    {
        Directory.CreateDirectory(Folder);
        foreach (var file in Directory.GetFiles(Path.Combine(PackedFeed.Root, "tests", "Framework.Package.Tests", "Readmes"), "Directory.*"))
            File.Copy(file, Path.Combine(Home, Path.GetFileName(file)), overwrite: true);
        WriteFile($"{Name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                {Properties}
              </PropertyGroup>
              <ItemGroup>
                {Items}
              </ItemGroup>
            </Project>
            """);
        if (code is not null)
            WriteFile("Code.cs", code);
    }

    /// <summary>Writes a file into its folder.</summary>
    public void WriteFile(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    /// <summary>Publishes it for the managed runtime.</summary>
    /// <returns>The folder.</returns>
    public async Task<string> PublishAsync()
    {
        var folder = Path.Combine(Folder, "published");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        await PackedFeed.DotnetAsync($"publish \"{Folder}\" -o \"{folder}\" --nologo -v quiet");
        return folder;
    }
}
