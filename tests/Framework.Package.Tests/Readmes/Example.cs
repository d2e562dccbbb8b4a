using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Package.Tests.Readmes;

/// <summary>A README's block of C# as a file of a project: its types as they are, its statements as a method of the class
/// <c>Examples</c>, whose other part holds what they refer to; properties that stand alone as that class's own.</summary>
/// <param name="Readme">The README's path, which the compiler's errors name.</param>
/// <param name="Number">Which block of the README it is, from 1: its method is <c>Example1</c>.</param>
/// <param name="Line">The line of the README that it begins in.</param>
/// <param name="Code">The code.</param>
/// <param name="Usings">Its namespaces and those of the blocks before it.</param>
internal sealed record Example(
    string Readme, int Number, int Line, CompilationUnitSyntax Code, IReadOnlyCollection<string> Usings)
{
    /// <summary>Reads the examples of a README.</summary>
    public static IReadOnlyList<Example> In(string readme)
    {
        var usings = new SortedSet<string>(StringComparer.Ordinal);
        var examples = new List<Example>();
        foreach (var block in CodeBlock.In(readme).Where(block => block.Language == "csharp"))
        {
            var code = CSharpSyntaxTree.ParseText(block.Text).GetCompilationUnitRoot();
            usings.UnionWith(code.Usings.Select(name => name.ToString()));
            examples.Add(new(readme, examples.Count + 1, block.Line, code, [.. usings]));
        }
        return examples;
    }

    /// <summary>The file.</summary>
    public override string ToString()
    {
        var statements = Code.Members.OfType<GlobalStatementSyntax>().ToArray();
        var properties = Code.Members.OfType<PropertyDeclarationSyntax>().ToArray();
        return $$"""
            {{string.Join('\n', Usings)}}
            namespace Readme;
            {{Lines(Code.Members.Except(statements).Except(properties))}}
            internal sealed partial class Examples
            {
            {{Lines(properties)}}
                public async {{ResultOf(statements)}} Example{{Number}}()
                {
                    await Task.CompletedTask;
            {{Lines(statements)}}
                }
            }
            """;
    }

    private string Lines(IEnumerable<SyntaxNode> nodes) => string.Concat(nodes.Select(node =>
        $"#line {Line + LineOf(node)} \"{Readme}\"\n{node.ToFullString().TrimEnd()}\n#line default\n"));

    private static int LineOf(SyntaxNode node) => node.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line;

    // The statements of a Program.cs end with its exit code.
    private static string ResultOf(IEnumerable<GlobalStatementSyntax> statements) =>
        statements.Any(statement => statement.Statement is ReturnStatementSyntax { Expression: not null }) ? "Task<int>" : "Task";
}
