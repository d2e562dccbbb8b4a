using System.Reflection;
using NetArchTest.Rules;

namespace Framework.Tests;

/// <summary>Holds the code to the picture in <c>docs/architecture.md</c>.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Library = typeof(Microservice).Assembly;

    private static readonly string[] Layers =
    [
        "Http", "Problems", "Routing", "Binding", "Validation", "Identity", "Events", "Cors", "Telemetry", "Metrics",
        "Logging", "Endpoints", "Runtime", "Resources", "Tls", "Configuration",
    ];

    [Theory]
    [InlineData("Http")]
    [InlineData("Runtime")]
    [InlineData("Resources")]
    [InlineData("Problems")]
    [InlineData("Routing", "Http")]
    [InlineData("Identity", "Http", "Problems")]
    [InlineData("Validation", "Http", "Problems")]
    [InlineData("Binding", "Http", "Problems", "Routing")]
    [InlineData("Cors", "Http")]
    [InlineData("Events", "Http", "Identity")]
    [InlineData("Telemetry", "Metrics")]
    [InlineData("Metrics", "Telemetry")]
    [InlineData("Logging", "Telemetry")]
    [InlineData("Endpoints", "Http", "Problems", "Routing", "Binding", "Validation", "Identity", "Cors", "Runtime", "Resources")]
    [InlineData("Tls", "Resources", "Runtime")]
    [InlineData("Configuration", "Runtime")]
    public void A_layer_names_only_what_is_to_its_left(string layer, params string[] left)
    {
        var forbidden = Layers.Except([layer, .. left]).Select(name => $"Framework.{name}").ToArray();

        var result = Types.InAssembly(Library).That().ResideInNamespace($"Framework.{layer}").ShouldNot().HaveDependencyOnAny(forbidden).GetResult();

        Assert.True(result.IsSuccessful, $"{layer} names: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void No_layer_names_the_root()
    {
        var roots = Library.GetTypes().Where(type => type.Namespace == "Framework").Select(type => type.FullName!).ToArray();
        foreach (var layer in Layers)
        {
            var result = Types.InAssembly(Library).That().ResideInNamespace($"Framework.{layer}").ShouldNot().HaveDependencyOnAny(roots).GetResult();
            Assert.DoesNotContain(result.FailingTypeNames ?? [], name => name.StartsWith($"Framework.{layer}.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Nothing_static_is_mutable()
    {
        var mutable = Library.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !IsCompilersOwn(field))
            .Select(field => $"{field.DeclaringType}.{field.Name}");

        Assert.Empty(mutable);
    }

    [Fact]
    public void A_file_holds_the_one_public_type_it_is_named_after_in_its_folder_s_namespace()
    {
        var root = SourceFolder();
        foreach (var type in Library.GetExportedTypes().Where(type => !type.IsNested))
        {
            var folder = type.Namespace == "Framework" ? "" : type.Namespace!["Framework.".Length..].Replace('.', '/');
            var name = type.Name.Split('`')[0];
            Assert.True(File.Exists(Path.Combine(root, folder, $"{name}.cs")), $"{type} is not in {folder}/{name}.cs");
        }
    }

    [Fact]
    public void Only_LambdaEnvironment_reads_environment_variables()
    {
        var readers = Directory.EnumerateFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/") && File.ReadAllText(file).Contains("Environment.GetEnvironmentVariable"))
            .Select(Path.GetFileName);

        Assert.Equal(["LambdaEnvironment.cs"], readers);
    }

    [Fact]
    public void No_file_is_longer_than_300_lines() => Assert.All(
        Directory.EnumerateFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/")),
        file => Assert.True(File.ReadLines(file).Count() <= 300, file));

    // Lambdas that are kept after their first use, and switches over strings.
    private static bool IsCompilersOwn(FieldInfo field) => field.Name.StartsWith('<')
        || field.DeclaringType!.Name.StartsWith('<') || field.DeclaringType.Name.Contains("__");

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../src/Framework"));
}
