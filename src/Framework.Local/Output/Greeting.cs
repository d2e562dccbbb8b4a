using Framework.Description;

namespace Framework.Local.Output;

/// <summary>The lines that a newcomer needs when the service is up.</summary>
internal static class Greeting
{
    public static void Write(
        Terminal terminal, string service, string address, string? dataFolder, IReadOnlyList<EndpointDescription> endpoints)
    {
        terminal.WriteLine();
        terminal.WriteLine($"{Terminal.Paint(service, Tint.Bold)} is up at {Terminal.Paint(address, Tint.Cyan)}");
        terminal.WriteLine();
        var example = Example(endpoints);
        terminal.WriteLine("Sign in and call it:");
        terminal.WriteLine(
            $"  TOKEN=$(curl -s {address}/_local/token -d username=alice{Options(example)} | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')");
        terminal.WriteLine($"  curl -i {address}{example?.Template ?? "/"} -H \"Authorization: Bearer $TOKEN\"");
        terminal.WriteLine();
        terminal.WriteLine(dataFolder is null
            ? "Tables and keys are in memory only and end with the process."
            : $"Tables and keys are kept in {dataFolder} (--reset forgets them).");
        terminal.WriteLine($"Their content: {Terminal.Paint($"{address}/_local/tables", Tint.Cyan)}");
        terminal.WriteLine($"Routes, requests and tables: {Terminal.Paint($"{address}/_local", Tint.Cyan)}");
        terminal.WriteLine("DynamoDB, with any credentials:");
        terminal.WriteLine($"  aws dynamodb list-tables --endpoint-url {address}/_local/dynamodb");
        terminal.WriteLine();
        WriteTable(terminal, endpoints);
        terminal.WriteLine();
        terminal.WriteLine("Ctrl+C ends it.");
        terminal.WriteLine();
    }

    private static EndpointDescription? Example(IReadOnlyList<EndpointDescription> endpoints) => endpoints
        .Where(endpoint => endpoint.Method == "GET" && !endpoint.Template.Contains('{'))
        .OrderBy(endpoint => endpoint.Parameters.Any(parameter => parameter.IsRequired))
        .ThenBy(endpoint => endpoint.Access.Groups.Count + endpoint.Access.Scopes.Count)
        .FirstOrDefault();

    // What the endpoint requires of a token: for each requirement the first value that meets it.
    private static string Options(EndpointDescription? endpoint) => string.Concat(
        Option("groups", ",", endpoint?.Access.Groups), Option("scope", " ", endpoint?.Access.Scopes));

    private static string Option(string field, string separator, IReadOnlyList<IReadOnlyList<string>>? needed) =>
        needed is { Count: > 0 } ? $" --data-urlencode '{field}={string.Join(separator, needed.Select(anyOf => anyOf[0]))}'" : "";

    private static void WriteTable(Terminal terminal, IReadOnlyList<EndpointDescription> endpoints)
    {
        var served = endpoints.Where(endpoint => endpoint.Routes.Any()).OrderBy(endpoint => endpoint.Template, StringComparer.Ordinal).ToList();
        var route = served.Select(endpoint => endpoint.Template.Length).DefaultIfEmpty(0).Max();
        var name = served.Select(endpoint => endpoint.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var endpoint in served)
        {
            terminal.WriteLine(
                $"  {endpoint.Method,-6} {endpoint.Template.PadRight(route)}  {endpoint.Name.PadRight(name)}  {AccessText.Of(endpoint.Access)}");
        }
    }
}
