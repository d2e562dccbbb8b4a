using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Framework.Deployment.Model;
using Framework.Functions;
using Framework.Resources;

namespace Framework.Deployment.Manifest;

/// <summary>Writes the model as JSON, for teams that deploy with another tool. The README of the package says what
/// its fields mean.</summary>
internal static class ManifestWriter
{
    // What a reader of the manifest may rely on; a change of meaning is a higher number.
    private const int Version = 1;

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(DeploymentModel model)
    {
        var manifest = new JsonObject
        {
            ["version"] = Version,
            ["service"] = model.Service,
            ["api"] = model.Settings.Api == ApiType.RestApi ? "rest-api" : "http-api",
            ["throttle"] = new JsonObject { ["rate"] = model.Settings.ThrottleRate, ["burst"] = model.Settings.ThrottleBurst },
            ["logRetentionDays"] = model.Settings.LogRetentionDays,
            ["functions"] = List(model.Functions, Function),
            ["routes"] = List(model.Routes, route => Route(model, route)),
            ["cors"] = model.Cors is { } cors ? Cors(cors) : null,
            ["tables"] = List(model.Tables, Table),
            ["groups"] = Texts(model.Groups),
            ["userPermissions"] = List(model.UserPermissions, Permission),
            ["page"] = model.Page is { } page ? Page(page) : null,
        };
        return manifest.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Function(FunctionModel function)
    {
        var variables = new JsonObject();
        foreach (var table in function.Tables)
            variables[table.Variable] = $"table:{table.Name}";
        if (function.UsesCursors)
            variables["FRAMEWORK_CURSOR_KEY"] = "secret:32 random bytes in base64, the same for all functions";
        return new JsonObject
        {
            ["name"] = function.Name,
            ["handler"] = function.Handler,
            ["runtime"] = function.Settings.Runtime == FunctionRuntime.Managed ? "dotnet10" : "provided.al2023",
            ["architecture"] = function.Settings.Architecture == FunctionArchitecture.Arm64 ? "arm64" : "x86_64",
            ["memoryMB"] = function.Settings.MemoryMB,
            ["timeoutSeconds"] = function.Settings.TimeoutSeconds,
            ["reservedConcurrency"] = function.Settings.ReservedConcurrency == 0 ? null : function.Settings.ReservedConcurrency,
            ["environment"] = variables,
            ["permissions"] = List(function.Permissions, Permission),
        };
    }

    private static JsonObject Permission(Permission permission) => new()
    {
        ["reason"] = permission.Reason,
        ["actions"] = Texts(permission.Actions),
        ["table"] = permission.Table?.Name,
        ["arn"] = permission.Arn,
    };

    private static JsonObject Route(DeploymentModel model, RouteModel route) => new()
    {
        ["method"] = route.Method,
        ["path"] = route.Template,
        ["endpoint"] = route.Endpoint,
        ["function"] = model.Functions.Count == 1 ? model.Functions[0].Name : route.Function,
        ["open"] = route.IsOpen,
    };

    private static JsonObject Cors(CorsModel cors) => new()
    {
        ["origins"] = Texts(cors.Origins),
        ["methods"] = Texts(cors.Methods),
        ["headers"] = Texts(cors.Headers),
        ["exposedHeaders"] = Texts(cors.ExposedHeaders),
        ["maxAgeSeconds"] = cors.MaxAgeSeconds,
        ["credentials"] = cors.AllowsCredentials,
    };

    private static JsonObject Page(PageModel page) => new()
    {
        ["apiPaths"] = Texts(page.ApiPaths),
        ["firewall"] = page.Settings.Firewall,
        ["requestsPerAddress"] = page.Settings.RequestsPerAddress,
        ["origins"] = Texts(page.Settings.Origins),
    };

    private static JsonObject Table(TableResource table) => new()
    {
        ["name"] = table.Name,
        ["variable"] = table.Variable,
        ["partitionKey"] = Key(table.PartitionKey),
        ["sortKey"] = table.SortKey is { } sort ? Key(sort) : null,
        ["timeToLive"] = table.ExpiresAt,
        ["indexes"] = List(table.Indexes.OrderBy(index => index.Name, StringComparer.Ordinal), index => new JsonObject
        {
            ["name"] = index.Name,
            ["partitionKey"] = Key(index.PartitionKey),
            ["sortKey"] = index.SortKey is { } sort ? Key(sort) : null,
            ["local"] = index.IsLocal,
        }),
    };

    private static JsonObject Key(TableKey key) => new() { ["name"] = key.Name, ["type"] = key.Type };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(item => (JsonNode)write(item))]);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
