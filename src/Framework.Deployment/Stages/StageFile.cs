using System.Text.Json;
using Framework.Deployment.Model;

namespace Framework.Deployment.Stages;

/// <summary>Reads <c>deployment.json</c> beside the project: settings for all stages, and those of each stage, which count first.</summary>
internal static class StageFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "deployment.json";

    private const string ProtectedByItself = "prod";

    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a stage. Without the file, all has its default.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="stage">The stage's name.</param>
    /// <exception cref="DeploymentException">The file is no JSON, or has a field that does not exist.</exception>
    public static Stage Read(string folder, string stage)
    {
        var file = Path.Combine(folder, Name);
        var start = new Stage(stage) { IsProtected = stage == ProtectedByItself };
        if (!File.Exists(file))
            return start;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), Options);
            var general = Apply(start, document.RootElement, isStage: false);
            return document.RootElement.TryGetProperty("stages", out var stages) && Map(stages, "stages").TryGetProperty(stage, out var own)
                ? Apply(general, own, isStage: true)
                : general;
        }
        catch (JsonException exception)
        {
            throw new DeploymentException($"{Name} is no JSON: {exception.Message}");
        }
    }

    private static Stage Apply(Stage stage, JsonElement settings, bool isStage)
    {
        foreach (var field in Map(settings, isStage ? $"stages.{stage.Name}" : "it").EnumerateObject())
        {
            stage = field.Name switch
            {
                "region" => stage with { Region = Text(field.Value, field.Name) },
                "bucket" => stage with { Bucket = Text(field.Value, field.Name) },
                "protected" => stage with { IsProtected = Switch(field.Value, field.Name) },
                "parameters" => stage with { Parameters = Merge(stage.Parameters, Map(field.Value, field.Name)) },
                "stages" when !isStage => stage,
                _ => throw new DeploymentException($"{Name} has the field {field.Name}, which is none of region, bucket, protected, parameters{(isStage ? "" : ", stages")}."),
            };
        }
        return stage;
    }

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string> general, JsonElement own)
    {
        var merged = general.ToDictionary();
        foreach (var field in own.EnumerateObject())
            merged[field.Name] = Text(field.Value, field.Name);
        return merged;
    }

    private static JsonElement Map(JsonElement value, string name) => value.ValueKind == JsonValueKind.Object ? value : throw Wrong(name, "an object");

    private static string Text(JsonElement value, string name) => value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(name, "a text");

    private static bool Switch(JsonElement value, string name) => value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? value.GetBoolean()
        : throw Wrong(name, "true or false");

    private static DeploymentException Wrong(string name, string right) => new($"In {Name}, {name} must be {right}.");
}
