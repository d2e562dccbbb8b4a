using System.Text.Json;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace Framework.Parameters;

/// <summary>Reads parameters from Parameter Store.</summary>
/// <param name="client">AWS's client.</param>
/// <param name="selection">Which parameters.</param>
internal sealed class ParameterReader(IAmazonSimpleSystemsManagement client, ParameterSelection selection)
{
    // See https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html
    private const int MaxNames = 10;

    /// <summary>Reads all of them.</summary>
    /// <returns>The configuration's keys and values.</returns>
    /// <exception cref="InvalidOperationException">One is missing; the message names it.</exception>
    public async Task<Dictionary<string, string?>> ReadAsync(CancellationToken cancellation)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in selection.Paths)
            await ReadPathAsync(path, values, cancellation);
        foreach (var names in selection.Names.Chunk(MaxNames))
            await ReadNamesAsync(names, values, cancellation);
        return values;
    }

    private async Task ReadPathAsync(string path, Dictionary<string, string?> values, CancellationToken cancellation)
    {
        var isEmpty = true;
        var request = new GetParametersByPathRequest { Path = path, Recursive = true, WithDecryption = true };
        do
        {
            var page = await client.GetParametersByPathAsync(request, cancellation);
            foreach (var parameter in page.Parameters ?? [])
            {
                isEmpty = false;
                values[parameter.Name[(path.Length + 1)..].Replace('/', ':')] = parameter.Value;
            }
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is { Length: > 0 });
        if (isEmpty)
            throw new InvalidOperationException($"Parameter Store has no parameter below {path} that this function may read.");
    }

    private async Task ReadNamesAsync(
        IReadOnlyList<NamedParameter> names, Dictionary<string, string?> values, CancellationToken cancellation)
    {
        var response = await client.GetParametersAsync(
            new GetParametersRequest { Names = [.. names.Select(named => named.Parameter).Distinct()], WithDecryption = true }, cancellation);
        // A name may choose a version or a label, /shop/key:3, which the response returns separately.
        var found = (response.Parameters ?? []).ToDictionary(parameter => parameter.Name + parameter.Selector, parameter => parameter.Value);
        foreach (var named in names)
        {
            if (!found.TryGetValue(named.Parameter, out var value))
                throw new InvalidOperationException($"Parameter Store has no {named.Parameter}, which {named.Key} is read from.");
            if (!named.IsSecret || !AddMembers(named.Key, value, values))
                values[named.Key] = value;
        }
    }

    // Secrets that Secrets Manager itself makes, such as those of databases, are JSON objects.
    private static bool AddMembers(string key, string value, Dictionary<string, string?> values)
    {
        if (!value.AsSpan().TrimStart().StartsWith('{'))
            return false;
        try
        {
            using var json = JsonDocument.Parse(value);
            foreach (var member in json.RootElement.EnumerateObject())
                values[$"{key}:{member.Name}"] = member.Value.ToString();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
