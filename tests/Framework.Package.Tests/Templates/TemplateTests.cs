using System.Net;

namespace Framework.Package.Tests.Templates;

public sealed class TemplateTests(TemplatedService service) : IClassFixture<TemplatedService>
{
    [Fact]
    public void What_the_templates_make_builds_without_a_warning_under_any_name()
    {
        Assert.DoesNotContain("warning", service.Output, StringComparison.Ordinal);
        Assert.StartsWith("namespace My.Shop_Service_2.Notes;", service.Text("Notes", "AddNote.cs"), StringComparison.Ordinal);
        Assert.Contains("<RootNamespace>My.Shop_Service_2</RootNamespace>", service.Text($"{TemplatedService.Name}.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tests_of_the_service_pass()
    {
        var output = await service.DotnetAsync($"exec \"{service.TestAssembly}\"");

        Assert.Contains("Total: 3, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_runs_with_the_endpoints_that_were_added()
    {
        await using var running = await RunningSample.RunAsync(service.Assembly);

        Assert.Equal("GetHours", await running.Client.GetStringAsync("/items"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await running.Client.DeleteAsync("/orders/1/lines/2")).StatusCode);
        Assert.Contains("orders", await running.Client.GetStringAsync("/_local/tables"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_is_a_file_as_its_author_would_write_it()
    {
        Assert.Equal(
            """
            namespace My.Shop_Service_2;

            [Get("/items")]
            [AllowAnonymous]
            public sealed class GetHours
            {
                public Task<Response> HandleAsync(CancellationToken cancellation) =>
                    Task.FromResult(Response.Text(200, "GetHours"));
            }

            """,
            service.Text("Hours", "GetHours.cs"));
        Assert.Equal(
            """
            namespace My.Shop_Service_2;

            [Post("/orders/{order}/lines/{line+}")]
            public sealed class PostLine
            {
                // A body is a record among these parameters, which is listed in the JSON context of the service.
                public Task HandleAsync(string order, string line, CancellationToken cancellation) => Task.CompletedTask;
            }

            """,
            service.Text("Orders", "PostLine.cs"));
        Assert.Contains("""AddTable&lt;Order&gt;("orders");""", service.Text("Orders", "Order.cs"), StringComparison.Ordinal);
        Assert.Contains("[property: SortKey] string Number", service.Text("Orders", "Order.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new list framework", "framework-service framework-endpoint framework-table")]
    [InlineData("new framework-endpoint --help", "-m, --method Patch The HTTP method. -r, --route /items --anonymous")]
    [InlineData("new framework-table --help", "-pk, --partition-key Owner -sk, --sort-key Id")]
    public async Task The_command_line_shows_the_templates_and_their_options(string command, string shown)
    {
        var output = string.Join(' ', (await service.DotnetAsync(command)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.All(shown.Split(' ').Where(word => word.Contains('-', StringComparison.Ordinal)), word =>
            Assert.Contains(word, output, StringComparison.Ordinal));
    }
}
