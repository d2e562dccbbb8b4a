using Framework.Endpoints;
using Framework.Identity;

namespace Framework.Local.Output;

/// <summary>What a newcomer needs to know when the service is up.</summary>
internal static class Greeting
{
    public static void Write(
        Terminal terminal, string service, string address, string? dataFolder, IReadOnlyList<EndpointDescription> endpoints)
    {
        terminal.WriteLine();
        terminal.WriteLine($"{terminal.Paint(service, Tint.Bold)} is up at {terminal.Paint(address, Tint.Cyan)}");
        terminal.WriteLine();
        terminal.WriteLine("Sign in and call it:");
        terminal.WriteLine(
            $"  TOKEN=$(curl -s {address}/_local/token -d username=alice | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')");
        terminal.WriteLine($"  curl -i {Example(address, endpoints)} -H \"Authorization: Bearer $TOKEN\"");
        terminal.WriteLine();
        terminal.WriteLine(dataFolder is null
            ? "Tables and keys are in memory only and end with the process."
            : $"Tables and keys are kept in {dataFolder} (--reset forgets them).");
        terminal.WriteLine("DynamoDB, with any credentials:");
        terminal.WriteLine($"  aws dynamodb list-tables --endpoint-url {address}/_local/dynamodb");
        terminal.WriteLine();
        WriteTable(terminal, endpoints);
        terminal.WriteLine();
        terminal.WriteLine("Ctrl+C ends it.");
        terminal.WriteLine();
    }

    private static string Example(string address, IReadOnlyList<EndpointDescription> endpoints)
    {
        var simple = endpoints
            .Where(endpoint => endpoint.Method == "GET" && !endpoint.Template.Contains('{'))
            .OrderBy(NeedsMore)
            .FirstOrDefault();
        return $"{address}{simple?.Template ?? "/"}";
    }

    // Whether a new user without groups would be refused.
    private static bool NeedsMore(EndpointDescription endpoint) =>
        endpoint.Access.Groups.Count + endpoint.Access.Scopes.Count > 0 || endpoint.Parameters.Any(parameter => parameter.IsRequired);

    private static void WriteTable(Terminal terminal, IReadOnlyList<EndpointDescription> endpoints)
    {
        var route = endpoints.Select(endpoint => endpoint.Template.Length).DefaultIfEmpty(0).Max();
        var name = endpoints.Select(endpoint => endpoint.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var endpoint in endpoints.OrderBy(endpoint => endpoint.Template, StringComparer.Ordinal))
        {
            terminal.WriteLine(
                $"  {endpoint.Method,-6} {endpoint.Template.PadRight(route)}  {endpoint.Name.PadRight(name)}  {Access(endpoint.Access)}");
        }
    }

    private static string Access(AccessPolicy access)
    {
        if (access.AllowAnonymous)
            return "anybody";
        var groups = access.Groups.Select(anyOf => $"group {string.Join(" or ", anyOf)}");
        var scopes = access.Scopes.Select(anyOf => $"scope {string.Join(" or ", anyOf)}");
        return string.Join(", ", groups.Concat(scopes).DefaultIfEmpty("signed in"));
    }
}
