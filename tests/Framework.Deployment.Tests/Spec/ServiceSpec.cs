using System.IO.Compression;
using System.Text.Json;

namespace Framework.Deployment.Tests.Spec;

/// <summary>AWS's own description of CloudFormation's resources, from npm's <c>@aws-cdk/aws-service-spec</c>.</summary>
internal sealed class ServiceSpec
{
    private readonly Dictionary<string, JsonElement> _types;
    private readonly Dictionary<string, JsonElement> _resources;

    private ServiceSpec(JsonElement schema)
    {
        _types = schema.GetProperty("typeDefinition").GetProperty("entities").EnumerateArray().ToDictionary(type => type.GetProperty("$id").GetString()!);
        _resources = schema.GetProperty("resource").GetProperty("entities").EnumerateArray()
            .ToDictionary(type => type.GetProperty("cloudFormationType").GetString()!);
    }

    /// <summary>Why it cannot be read, or null.</summary>
    public static string? Missing { get; } =
        File.Exists(Database) ? null : "aws-service-spec is not installed: the test command installs it from npm.";

    public static Lazy<ServiceSpec> Instance { get; } = new(Read);

    private static string Database => Path.Combine(
        Environment.GetEnvironmentVariable("FRAMEWORK_NODE_TOOLS") ?? "", "node_modules", "@aws-cdk", "aws-service-spec", "db.json.gz");

    public JsonElement? Resource(string type) => _resources.TryGetValue(type, out var resource) ? resource : null;

    public JsonElement Type(JsonElement reference) => _types[reference.GetProperty("reference").GetProperty("$ref").GetString()!];

    private static ServiceSpec Read()
    {
        using var file = File.OpenRead(Database);
        using var json = new GZipStream(file, CompressionMode.Decompress);
        return new ServiceSpec(JsonDocument.Parse(json).RootElement.GetProperty("schema"));
    }
}
