using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Framework.Generators.Tests;

/// <summary>The generators and analyzers that every project of the SDK is built with.</summary>
internal static class SdkAnalyzers
{
    // shared/Microsoft.NETCore.App/10.0.0/ lies three folders below the root.
    private static readonly string Root = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());

    /// <summary>System.Text.Json's source generator.</summary>
    public static ISourceGenerator JsonGenerator() =>
        Find("packs/Microsoft.NETCore.App.Ref", "System.Text.Json.SourceGeneration.dll").GetGenerators(LanguageNames.CSharp).Single();

    /// <summary>The code analysis of .NET.</summary>
    public static IEnumerable<DiagnosticAnalyzer> CodeAnalysis() =>
    [
        .. Find("sdk", "Microsoft.CodeAnalysis.NetAnalyzers.dll").GetAnalyzers(LanguageNames.CSharp),
        .. Find("sdk", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll").GetAnalyzers(LanguageNames.CSharp),
    ];

    private static AnalyzerFileReference Find(string folder, string file) => new(
        Directory.EnumerateFiles(Path.Combine(Root, folder), file, SearchOption.AllDirectories)
            .Where(path => Path.GetRelativePath(Path.Combine(Root, folder), path).StartsWith("10.0", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Last(),
        new Loader());

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
