using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Framework.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Framework.Generators.Tests;

/// <summary>Runs a generator over source, as the compiler would.</summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private readonly Compilation _output;

    public GeneratorRun(IIncrementalGenerator generator, params string[] sources)
        : this([generator.AsSourceGenerator()], Compile(sources))
    {
    }

    /// <param name="generators">The generators.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="service">What <c>FrameworkService</c> is in it; null where the package's build files are not used.</param>
    /// <param name="files">Further files of it.</param>
    public GeneratorRun(ISourceGenerator[] generators, Compilation compilation, string? service = null, params AdditionalText[] files)
    {
        Driver = CSharpGeneratorDriver
            .Create(generators, files, Parse, new BuildProperties(service), new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true))
            .RunGeneratorsAndUpdateCompilation(compilation, out _output, out var diagnostics);
        Diagnostics = diagnostics;
    }

    public GeneratorDriver Driver { get; }

    /// <summary>The author's and the generated code together.</summary>
    public Compilation Output => _output;

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public IEnumerable<string> Sources => Driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString());

    /// <summary>What the compiler says of the author's and the generated code together.</summary>
    public IEnumerable<Diagnostic> CompilerErrors => _output.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id is not ("CS1591"));

    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Shop",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, Parse, $"Source{index}.cs")),
        [
            .. Net100.References.All,
            MetadataReference.CreateFromFile(typeof(Microservice).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(FluentValidation.IValidator).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection).Assembly.Location),
        ],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress)])); // As every build does.

    /// <summary>A reference to what a compilation would emit.</summary>
    public static MetadataReference Emit(Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
