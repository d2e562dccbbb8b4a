using System.Text.Json;
using System.Text.Json.Nodes;

namespace Framework.Deployment.Tests.Support;

/// <summary>Templates of a test's own.</summary>
internal static class Templates
{
    public static JsonObject Of(string resources) => new() { ["Resources"] = JsonNode.Parse(resources) };

    /// <summary>What <c>get-template</c> responds.</summary>
    public static string Body(string resources) => JsonSerializer.Serialize(new { TemplateBody = Of(resources) });
}
