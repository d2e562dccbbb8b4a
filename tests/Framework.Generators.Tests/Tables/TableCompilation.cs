using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Basic.Reference.Assemblies;
using Framework.DynamoDB;
using Framework.Generators.Tables;
using Framework.Generators.Tables.Diagnostics;
using Framework.Resources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Framework.Generators.Tests.Tables;

/// <summary>Compiles an author's source together with what the generator makes of it.</summary>
internal static class TableCompilation
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using Framework.DynamoDB;

        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly IEnumerable<MetadataReference> References =
    [
        .. Net100.References.All,
        .. new[] { typeof(TableResource), typeof(TableAttribute), typeof(AmazonDynamoDBClient), typeof(AmazonServiceClient) }
            .Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];

    public static CSharpCompilation Of(params string[] sources) => CSharpCompilation.Create(
        "Service",
        [.. sources.Select(source => CSharpSyntaxTree.ParseText(Usings + source, Parsing))],
        References,
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new TableGenerator().AsSourceGenerator()],
        parseOptions: Parsing,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The generated files, once the whole compiles without an error or a warning.</summary>
    public static IReadOnlyList<string> Generate(string source)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(Of(source), out var compilation, out var diagnostics);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id != TableDiagnostics.Recursive.Id);
        var generated = driver.GetRunResult().GeneratedTrees;
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic =>
            diagnostic.Severity > DiagnosticSeverity.Hidden
            && (!IsUndocumented(diagnostic) || generated.Contains(diagnostic.Location.SourceTree!)));
        return [.. generated.Select(tree => tree.ToString())];
    }

    // The author's own members may lack documentation here; generated ones may not.
    private static bool IsUndocumented(Diagnostic diagnostic) => diagnostic.Id == "CS1591";

    /// <summary>What the generator has to say of a source.</summary>
    public static IReadOnlyList<Diagnostic> Diagnose(string source) =>
        Driver().RunGenerators(Of(source)).GetRunResult().Diagnostics;
}
