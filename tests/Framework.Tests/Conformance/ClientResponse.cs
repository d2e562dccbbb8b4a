using System.Text;
using System.Text.Json.Nodes;

namespace Framework.Tests.Conformance;

/// <summary>What a client gets of a function's response.</summary>
internal sealed record ClientResponse(int Status, IReadOnlyDictionary<string, string> Headers, string[] Cookies, byte[] Body)
{
    public static ClientResponse Of(JsonObject response, IEnumerable<(string Name, string Value)> fields)
    {
        var all = fields.ToArray();
        return new ClientResponse(
            response["statusCode"]!.GetValue<int>(),
            all.Where(field => !IsCookie(field)).ToDictionary(field => field.Name, field => field.Value, StringComparer.OrdinalIgnoreCase),
            [.. all.Where(IsCookie).Select(field => field.Value)],
            BodyOf(response));
    }

    private static bool IsCookie((string Name, string Value) field) => field.Name.Equals("set-cookie", StringComparison.OrdinalIgnoreCase);

    private static byte[] BodyOf(JsonObject response)
    {
        var body = response["body"]?.GetValue<string>() ?? "";
        return response["isBase64Encoded"]?.GetValue<bool>() == true ? Convert.FromBase64String(body) : Encoding.UTF8.GetBytes(body);
    }
}
