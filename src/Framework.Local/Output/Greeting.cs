using Framework.Description;

namespace Framework.Local.Output;

/// <summary>The lines that a newcomer needs when the service is up.</summary>
internal static class Greeting
{
    public static void Write(
        Terminal terminal, string service, string address, string? dataFolder, IReadOnlyList<EndpointDescription> endpoints, GreetingNotes notes)
    {
        terminal.WriteLine();
        terminal.WriteLine($"{Terminal.Paint(service, Tint.Bold)} is up at {Terminal.Paint(address, Tint.Cyan)}");
        terminal.WriteLine();
        var example = Example(endpoints);
        terminal.WriteLine(notes.Issuer is null ? "Sign in and call it:" : $"Call it with a token of {notes.Issuer}:");
        terminal.WriteLine(notes.Issuer is not null
            ? "  TOKEN=..."
            : $"  TOKEN=$(curl -s {address}/_local/token -d username=alice{Options(example)} | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')");
        if (example is not null || notes.WebSocketPath is null)
            terminal.WriteLine($"  curl -i {address}{example?.Template ?? "/"} -H \"Authorization: Bearer $TOKEN\"");
        if (notes.WebSocketPath is { } path)
            terminal.WriteLine($"  npx wscat -c \"{address.Replace("http:", "ws:", StringComparison.Ordinal)}{path}{ConnectToken(endpoints, notes)}\"");
        terminal.WriteLine();
        if (notes.LacksTokens && endpoints.Any(endpoint => endpoint.Routes.Any() && !endpoint.Access.AllowAnonymous))
        {
            terminal.WriteLine("This front door has no authorizer: a request is anonymous until the service checks tokens itself.");
            terminal.WriteLine("Add service.Services.AddTokenValidation(...), of the package Framework.Tokens.");
            terminal.WriteLine();
        }
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

    // A service's own authorizer decides what proves who calls.
    private static string ConnectToken(IReadOnlyList<EndpointDescription> endpoints, GreetingNotes notes) =>
        !notes.HasOwnAuthorizer && endpoints.Any(endpoint => endpoint.RouteKeys.Contains("$connect") && !endpoint.Access.AllowAnonymous)
            ? "?access_token=$TOKEN"
            : "";

    private static void WriteTable(Terminal terminal, IReadOnlyList<EndpointDescription> endpoints)
    {
        var rows = endpoints
            .SelectMany(endpoint => endpoint.Routes.Any() ? [(endpoint.Method, Key: endpoint.Template, endpoint)] : endpoint.RouteKeys.Select(key => (Method: "WS", Key: key, endpoint)))
            .OrderBy(row => row.Method == "WS").ThenBy(row => row.Key, StringComparer.Ordinal).ToList();
        var route = rows.Select(row => row.Key.Length).DefaultIfEmpty(0).Max();
        var name = rows.Select(row => row.endpoint.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var (method, key, endpoint) in rows)
            terminal.WriteLine($"  {method,-6} {key.PadRight(route)}  {endpoint.Name.PadRight(name)}  {AccessText.Of(endpoint.Access)}");
    }
}
