namespace Framework.Package.Tests.Shapes;

/// <summary>A project that exists to be evaluated.</summary>
/// <param name="Name">Its name and its folder's.</param>
/// <param name="Properties">The properties that make its shape.</param>
/// <param name="Items">What it references.</param>
internal sealed record ShapeProject(string Name, string Properties, string Items)
{
    private static readonly string Home = Path.Combine(PackedFeed.Root, "artifacts", "shapes");

    public string Folder => Path.Combine(Home, Name);

    /// <summary>Writes the project, with code where it is to be built.</summary>
    public void Write(string? code = null)
    {
        Directory.CreateDirectory(Folder);
        foreach (var file in Directory.GetFiles(Path.Combine(PackedFeed.Root, "tests", "Framework.Package.Tests", "Readmes"), "Directory.*"))
            File.Copy(file, Path.Combine(Home, Path.GetFileName(file)), overwrite: true);
        File.WriteAllText(Path.Combine(Folder, $"{Name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                {Properties}
              </PropertyGroup>
              <ItemGroup>
                {Items}
              </ItemGroup>
            </Project>
            """);
        if (code is not null)
            File.WriteAllText(Path.Combine(Folder, "Code.cs"), code);
    }
}
