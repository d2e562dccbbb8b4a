using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Package.Tests.Readmes;

/// <summary>A block of C# as a file of a project: its types as they are, its statements as a method of the class
/// <c>Examples</c>, whose other part holds what they refer to.</summary>
internal static class Example
{
    /// <summary>Writes the file.</summary>
    /// <param name="block">The block.</param>
    /// <param name="number">Which of the README it is, from 1: its method is <c>Example1</c>.</param>
    /// <param name="readme">The README's path, which the compiler's errors name.</param>
    public static string Write(CodeBlock block, int number, string readme)
    {
        var code = CSharpSyntaxTree.ParseText(block.Text).GetCompilationUnitRoot();
        var statements = code.Members.OfType<GlobalStatementSyntax>().ToArray();
        var types = code.Members.Except(statements);
        return $$"""
            {{Lines(code.Usings)}}
            namespace Readme;
            {{Lines(types)}}
            internal sealed partial class Examples
            {
                public async {{ResultOf(statements)}} Example{{number}}()
                {
                    await Task.CompletedTask;
            {{Lines(statements)}}
                }
            }
            """;

        string Lines(IEnumerable<Microsoft.CodeAnalysis.SyntaxNode> nodes) => string.Concat(nodes.Select(node =>
            $"#line {block.Line + LineOf(node)} \"{readme}\"\n{node.ToFullString().TrimEnd()}\n#line default\n"));
    }

    private static int LineOf(Microsoft.CodeAnalysis.SyntaxNode node) =>
        node.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line;

    // The statements of a Program.cs end with its exit code.
    private static string ResultOf(IEnumerable<GlobalStatementSyntax> statements) =>
        statements.Any(statement => statement.Statement is ReturnStatementSyntax { Expression: not null }) ? "Task<int>" : "Task";
}
