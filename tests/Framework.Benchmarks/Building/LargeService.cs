namespace Framework.Benchmarks.Building;

/// <summary>A generated service of many endpoints and tables, to be built and not to be run. Each table has ten endpoints:
/// half of them read an item, half write one.</summary>
/// <param name="folder">Where its project is written.</param>
/// <param name="root">The repository, whose projects it references.</param>
internal sealed class LargeService(string folder, string root)
{
    private const int Tables = 40;
    private const int EndpointsOfATable = 10;

    /// <summary>Writes the project anew.</summary>
    public void Write()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        // Apart from the repository's own settings, as a team's project would be.
        Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
            </Project>
            """);
        Write("Directory.Packages.props", "<Project />");
        Write("Large.csproj", File.ReadAllText(Path.Combine(root, "src", "Todo.Service", "Todo.Service.csproj"))
            .Replace("../", $"{root}/src/", StringComparison.Ordinal));
        Write("Program.cs", $"""
            using Large;

            var service = Microservice.CreateBuilder(args);
            service.Json.Use(LargeJson.Default);
            {string.Concat(Each(Tables, table => $"service.Services.AddTable<Item{table}>(\"items{table}\");\n"))}return await service.Build().RunAsync();
            """);
        Write("LargeJson.cs", $"""
            using System.Text.Json.Serialization;

            namespace Large;

            {string.Concat(Each(Tables, Types))}internal sealed partial class LargeJson : JsonSerializerContext;
            """);
        foreach (var table in Enumerable.Range(0, Tables))
            WriteTable(table);
    }

    /// <summary>Changes one line of one handler.</summary>
    public void ChangeALine()
    {
        var file = Path.Combine(folder, "Create0x1.cs");
        File.WriteAllText(file, File.ReadAllText(file).Replace("body.Count,", "body.Count + 1,", StringComparison.Ordinal));
    }

    private void WriteTable(int table)
    {
        Write($"Item{table}.cs", $"""
            namespace Large;

            [Table]
            public sealed partial record Item{table}(
                [property: PartitionKey] string Owner,
                [property: SortKey] string Id,
                string Title,
                int Count,
                bool IsOpen,
                DateTimeOffset CreatedAt,
                [property: Version] long Version = 0);
            """);
        foreach (var endpoint in Enumerable.Range(0, EndpointsOfATable))
            Write(NameOf(table, endpoint) + ".cs", endpoint % 2 == 0 ? Reading(table, endpoint) : Writing(table, endpoint));
    }

    private static string Reading(int table, int endpoint) => $$"""
        namespace Large;

        [Get("/tables/{{table}}/items{{endpoint}}/{id}")]
        public sealed class {{NameOf(table, endpoint)}}(IReadTable<Item{{table}}> items)
        {
            public Task<Item{{table}}?> HandleAsync(string id, Caller caller, int limit = 10, CancellationToken cancellation = default) =>
                items.GetAsync(Item{{table}}.Key(caller.Id, $"{id}-{limit}"), cancellation);
        }
        """;

    private static string Writing(int table, int endpoint) => $$"""
        namespace Large;

        [Post("/tables/{{table}}/items{{endpoint}}")]
        public sealed class {{NameOf(table, endpoint)}}(ITable<Item{{table}}> items, TimeProvider clock)
        {
            public sealed record Body(string Id, string Title, int Count);

            public sealed class BodyRules : AbstractValidator<Body>
            {
                public BodyRules()
                {
                    RuleFor(body => body.Title).NotEmpty().MaximumLength(200);
                    RuleFor(body => body.Count).InclusiveBetween(1, 100);
                }
            }

            public async Task<Created<Item{{table}}>> HandleAsync(Body body, Caller caller, CancellationToken cancellation)
            {
                var item = new Item{{table}}(caller.Id, body.Id, body.Title.Trim(), body.Count, IsOpen: true, clock.GetUtcNow());
                return new($"/tables/{{table}}/items{{endpoint - 1}}/{item.Id}", await items.CreateAsync(item, cancellation));
            }
        }
        """;

    private static string Types(int table) => $"[JsonSerializable(typeof(Item{table}))]\n" + string.Concat(
        Each(EndpointsOfATable, endpoint => endpoint % 2 == 0
            ? ""
            : $"[JsonSerializable(typeof({NameOf(table, endpoint)}.Body), TypeInfoPropertyName = \"{NameOf(table, endpoint)}Body\")]\n"));

    private static string NameOf(int table, int endpoint) => $"{(endpoint % 2 == 0 ? "Get" : "Create")}{table}x{endpoint}";

    private static IEnumerable<string> Each(int count, Func<int, string> text) => Enumerable.Range(0, count).Select(text);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text + "\n");
}
