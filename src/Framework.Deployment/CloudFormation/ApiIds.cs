using System.Globalization;
using System.Text;
using Framework.Deployment.Model;
using Framework.Deployment.Reading;

namespace Framework.Deployment.CloudFormation;

/// <summary>The logical ids that the parts of an API have in common. Each follows from what it names alone: another endpoint or another
/// route changes none, for a resource of another id is another resource, and an API takes no route twice.</summary>
internal static class ApiIds
{
    public const string Api = "Api";
    public const string Authorizer = "ApiAuthorizer";
    public const string Stage = "ApiStage";
    public const string Logs = "ApiLogs";
    public const string WebSocket = "WebSocketApi";

    /// <summary>A route, or a REST API's method.</summary>
    public static string Route(RouteModel route) => $"{route.Endpoint}Route{Hash($"{route.Method} {route.Template}")}";

    /// <summary>A route of the WebSocket API.</summary>
    public static string Route(WebSocketRouteModel route) => $"{route.Endpoint}Route{Hash(route.Key)}";

    /// <summary>A path of a REST API; its words make it readable, its hash makes it the only one.</summary>
    public static string Path(string path) => $"{LogicalId.Of(path)}Path{Hash(path)}";

    /// <summary>A short name of a text, the same on every machine: FNV-1a.</summary>
    public static uint Number(string text) =>
        Encoding.UTF8.GetBytes(text).Aggregate(2_166_136_261u, (hash, value) => unchecked((hash ^ value) * 16_777_619u));

    private static string Hash(string text) => Number(text).ToString("x8", CultureInfo.InvariantCulture);
}
