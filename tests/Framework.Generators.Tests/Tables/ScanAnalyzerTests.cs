using System.Collections.Immutable;
using Framework.Generators.Tables;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Framework.Generators.Tests.Tables;

/// <summary>Where reading a whole table is a mistake.</summary>
public sealed class ScanAnalyzerTests
{
    private const string Item = "[Table] public sealed partial record Item([PartitionKey] string Id);";

    [Theory]
    [InlineData("IReadTable<Item> table", "table.ScanEntireTableAsync(4)")]
    [InlineData("ITable<Item> table", "table.ScanEntireTableAsync()")]
    [InlineData("Amazon.DynamoDBv2.IAmazonDynamoDB sdk", "sdk.ScanAsync(new Amazon.DynamoDBv2.Model.ScanRequest())")]
    [InlineData("Amazon.DynamoDBv2.AmazonDynamoDBClient sdk", "sdk.ScanAsync(new Amazon.DynamoDBv2.Model.ScanRequest())")]
    [InlineData("Amazon.DynamoDBv2.IAmazonDynamoDB sdk", "sdk.Paginators.Scan(new Amazon.DynamoDBv2.Model.ScanRequest())")]
    [InlineData("Amazon.DynamoDBv2.DataModel.IDynamoDBContext context", "context.ScanAsync<Item>([])")]
    public async Task An_endpoint_that_scans_is_warned(string service, string call)
    {
        var diagnostic = Assert.Single(await DiagnoseAsync($$"""
            [Framework.Routing.Get("/items")]
            public sealed class ListItems({{service}})
            {
                public object HandleAsync() => Inner();
                private object Inner() { object Local() => {{call}}; return Local(); }
            }
            """));

        Assert.Equal("FWK240", diagnostic.Id);
        var text = diagnostic.Location.SourceTree!.ToString();
        Assert.Equal(call, text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task A_type_within_an_endpoint_is_a_part_of_it() => Assert.Single(await DiagnoseAsync("""
        [Framework.Routing.Get("/items")]
        public sealed class ListItems
        {
            public sealed class Inner(IReadTable<Item> table) { public object All() => table.ScanEntireTableAsync(); }
        }
        """));

    [Fact]
    public async Task Elsewhere_a_scan_is_meant_and_a_query_is_right_everywhere() => Assert.Empty(await DiagnoseAsync("""
        public sealed class Export(IReadTable<Item> table) { public object All() => table.ScanEntireTableAsync(); }

        [Framework.Routing.Get("/items")]
        public sealed class ListItems(IReadTable<Item> table)
        {
            public object HandleAsync() => table.QueryAsync(Item.Partition("a"));
            public object Scan() => Scan();
        }
        """));

    private static async Task<ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> DiagnoseAsync(string source)
    {
        TableCompilation.Driver().RunGeneratorsAndUpdateCompilation(
            TableCompilation.Of(Item + source), out var compilation, out _);
        Assert.DoesNotContain(
            compilation.GetDiagnostics(), found => found.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        return await compilation.WithAnalyzers([new ScanAnalyzer()]).GetAnalyzerDiagnosticsAsync();
    }
}
