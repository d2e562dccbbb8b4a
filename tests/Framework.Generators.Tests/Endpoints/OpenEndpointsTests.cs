using System.Collections.Immutable;
using System.Globalization;
using Framework.Generators.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Framework.Generators.Tests.Endpoints;

/// <summary>The reviewed list of the endpoints that are open to anonymous callers.</summary>
public sealed class OpenEndpointsTests
{
    private const string Source = EndpointSource.Usings + """
        [Get("/about"), AllowAnonymous] public class About { public Task HandleAsync() => null!; }
        [AllowAnonymous] public abstract class Open;
        [Put("/a/{id}"), Patch("/a/{id}")] public class Change : Open { public Task HandleAsync(int id) => null!; }
        [Get("/closed")] public class Closed { public Task HandleAsync() => null!; }
        """;

    [Fact]
    public void A_project_without_the_list_has_none_to_keep() => Assert.Empty(Run(null));

    [Fact]
    public void A_list_of_all_open_endpoints_is_right() =>
        Assert.Empty(Run("# reviewed\n\nGET /about About\r\n  PATCH /a/{id} Change\nPUT /a/{id} Change  "));

    [Theory]
    [InlineData("")]
    [InlineData("# GET /about About")]
    [InlineData("GET /about Other")]
    [InlineData("get /about About")]
    public void An_open_endpoint_that_is_not_in_the_list_is_reported_with_its_line(string line)
    {
        var missing = Run($"PATCH /a/{{id}} Change\nPUT /a/{{id}} Change\n{line}").Where(diagnostic => diagnostic.Id == "FWK152");

        Assert.Equal(
            "About is open to anonymous callers: add the line 'GET /about About' to OpenEndpoints.txt if it shall be, else remove [AllowAnonymous]",
            Assert.Single(missing).GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("GET /closed Closed")]
    [InlineData("GET /gone Gone")]
    public void A_line_that_is_no_open_endpoint_is_reported_at_its_place(string line)
    {
        var diagnostic = Assert.Single(Run($"GET /about About\nPATCH /a/{{id}} Change\nPUT /a/{{id}} Change\n{line}\n"));

        Assert.Equal(("FWK153", $"'{line}' is not open to anonymous callers: remove the line from OpenEndpoints.txt"), (diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        Assert.Equal(("/shop/OpenEndpoints.txt", 3), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Fact]
    public void The_generated_table_lists_what_is_open() => Assert.Equal(
        ["GET /about About", "PATCH /a/{id} Change", "PUT /a/{id} Change"],
        new GeneratorRun(new EndpointGenerator(), Source).Sources.Single(source => source.Contains("class ServiceEndpoints", StringComparison.Ordinal)).Split('\n')
            .Where(line => line.Contains("Open to anonymous callers", StringComparison.Ordinal)).Select(line => line.Split("<c>")[1].Split("</c>")[0]));

    private static ImmutableArray<Diagnostic> Run(string? list) => new GeneratorRun(
        [new EndpointGenerator().AsSourceGenerator()], GeneratorRun.Compile(Source), null, list is null ? [] : [new ListFile(list)]).Diagnostics;

    private sealed class ListFile(string text) : AdditionalText
    {
        public override string Path => "/shop/OpenEndpoints.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
