using Framework.Generators.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Framework.Generators.Tests.Endpoints;

/// <summary>What .NET's code analysis says of an endpoint and of a class like it.</summary>
public sealed class EndpointSuppressorTests
{
    private static readonly string[] Ids = ["CA1822", "CA1062", "CA1034", "CA1812"];

    [Theory]
    [InlineData("Post(\"/a\")")]
    [InlineData("Message(\"say\")")]
    public async Task The_contract_s_form_is_no_offence_and_that_of_other_classes_is(string route)
    {
        const string Members = """
            {
                public sealed record Body(string Title);
                internal sealed class Unused;
                public Task HandleAsync(Body body) { Console.WriteLine(body.Title); return Task.CompletedTask; }
                public int Other() => 1;
            }
            """;

        var found = await FindAsync($"[{route}] public sealed class Endpoint {Members}\npublic sealed class Plain {Members}");

        Assert.Equal(
            ["CA1034 Body of 2", "CA1062 body of 2", "CA1812 Unused of 2", "CA1822 HandleAsync of 2", "CA1822 Other of 1", "CA1822 Other of 2"],
            found);
    }

    [Fact]
    public async Task A_filter_is_made_and_called_by_generated_code()
    {
        const string Body = "{ public ValueTask<Response> InvokeAsync(FilterContext context, Func<ValueTask<Response>> next) { Console.WriteLine(context.Caller); return next(); } }";

        var found = await FindAsync($$"""
            [Get("/a"), Filter<First>, Filter<Second>] public sealed class Endpoint { public Task HandleAsync() => Task.CompletedTask; }
            public sealed class First : IEndpointFilter {{Body}}
            internal sealed class Second : IEndpointFilter {{Body}}
            public sealed class Plain { public ValueTask<Response> InvokeAsync(FilterContext context) { Console.WriteLine(context.Caller + ToString()); return default; } }
            """);

        Assert.Equal(["CA1062 context of 2"], found);
    }

    [Fact]
    public async Task A_policy_is_made_and_called_by_generated_code()
    {
        const string Body = "{ public ValueTask<AuthorizationDecision> AuthorizeAsync(AuthorizationContext context, CancellationToken cancellation) { Console.WriteLine(context.Caller); return default; } }";

        var found = await FindAsync($$"""
            [Get("/a"), Authorize<First>, Authorize(typeof(Second))] public sealed class Endpoint { public Task HandleAsync() => Task.CompletedTask; }
            public sealed class First : IAuthorizationPolicy {{Body}}
            internal sealed class Second : IAuthorizationPolicy {{Body}}
            public sealed class Plain { public ValueTask<AuthorizationDecision> AuthorizeAsync(AuthorizationContext context) { Console.WriteLine(context.Caller + ToString()); return default; } }
            """);

        Assert.Equal(["CA1062 context of 2"], found);
    }

    private static async Task<IEnumerable<string>> FindAsync(string source)
    {
        var compilation = GeneratorRun.Compile(EndpointSource.Usings + source);
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(Ids.ToDictionary(id => id, _ => ReportDiagnostic.Warn)));
        var analyzers = SdkAnalyzers.CodeAnalysis()
            .Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => Ids.Contains(descriptor.Id)))
            .Append(new EndpointSuppressor());
        var diagnostics = await compilation.WithAnalyzers([.. analyzers], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync();
        var text = compilation.SyntaxTrees[0].ToString();
        var second = text.IndexOf("class Plain", StringComparison.Ordinal);
        return diagnostics
            .Where(diagnostic => !diagnostic.IsSuppressed && Ids.Contains(diagnostic.Id))
            .Select(diagnostic => $"{diagnostic.Id} {text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)} of {(diagnostic.Location.SourceSpan.Start < second ? 1 : 2)}")
            .Order(StringComparer.Ordinal);
    }
}
