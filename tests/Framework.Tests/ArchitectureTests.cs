using System.ComponentModel;
using System.Reflection;
using System.Xml.Linq;
using Framework.Architecture;
using Framework.Hosting;

namespace Framework.Tests;

/// <summary>Holds the project to the picture in <c>docs/architecture.md</c>.</summary>
public sealed class ArchitectureTests() : ProjectArchitecture(
    typeof(Microservice).Assembly,
    [
        new("Runtime"),
        new("Resources"),
        new("Functions"),
        new("Telemetry"),
        new("Http"),
        new("Streaming", "Runtime", "Http"),
        new("Description", "Resources"),
        new("Authorizers"),
        new("Problems", "Http"),
        new("Routing", "Http"),
        new("Validation", "Problems"),
        new("Identity", "Http", "Description", "Problems"),
        new("Binding", "Http", "Problems"),
        new("Filters", "Runtime", "Http", "Description", "Identity"),
        new("Json", "Http", "Problems"),
        new("Tls", "Runtime", "Resources"),
        new("Configuration", "Runtime"),
        new("Cors", "Http"),
        new("Metrics", "Telemetry"),
        new("Logging", "Telemetry"),
        new("WebSockets", "Http"),
        new("HttpEvents", "Runtime", "Http", "Identity"),
        new("WebSocketEvents", "Runtime", "Http", "Identity", "WebSockets", "HttpEvents"),
        new(
            Generated, "Runtime", "Http", "Description", "Authorizers", "Problems", "Routing", "Validation", "Identity", "Binding", "Filters", "Json",
            "Streaming", "WebSockets"),
        new(
            "Pipelines", "Runtime", "Telemetry", "Http", "Description", "Problems", "Routing", "Identity", "Filters", "Json", "Tls", "Configuration", "Metrics",
            Generated),
        new(
            "HttpPipeline", "Runtime", "Telemetry", "Http", "Description", "Problems", "Routing", "Identity", "Json", "Configuration", "Cors",
            "Metrics", "HttpEvents", "Streaming", Generated, "Pipelines"),
        new(
            "WebSocketPipeline", "Runtime", "Telemetry", "Http", "Description", "Problems", "Routing", "Identity", "Json", "Configuration",
            "Metrics", "WebSockets", "WebSocketEvents", Generated, "Pipelines"),
        new("AuthorizerPipeline", "Runtime", "Telemetry", "Description", "Authorizers", "Configuration", "Metrics", Generated, "Pipelines"),
        new("Dispatch", "Runtime", "Telemetry", "HttpEvents", "Pipelines", "HttpPipeline", "WebSocketPipeline", "AuthorizerPipeline"),
        new(
            "Hosting", "Runtime", "Resources", "Telemetry", "Http", "Description", "Problems", "Identity", "Json", "Tls", "Configuration", "Cors", "Metrics",
            "Logging", Generated, "Pipelines", "HttpPipeline", "WebSocketPipeline", "AuthorizerPipeline", "Dispatch"),
    ],
    "LambdaEnvironment.cs")
{
    private const string Generated = "Generated";

    [Fact]
    public void What_only_generated_code_calls_is_hidden_from_completion() => Assert.All(
        Library.GetExportedTypes().Where(type => !type.IsNested),
        type => Assert.Equal(type.Namespace == NamespaceOf(Generated), IsHidden(type)));

    [Fact]
    public void An_author_s_file_begins_with_the_namespaces_that_an_author_needs()
    {
        var props = XDocument.Load(Path.Combine(SourceFolder, "build/Framework.props"));
        var usings = props.Descendants("Using").Select(one => one.Attribute("Include")!.Value).Where(name => name.StartsWith("Framework", StringComparison.Ordinal));

        Assert.Equal(
            ["Authorizers", "Binding", "Configuration", "Cors", "Filters", "Functions", "Hosting", "Http", "Identity", "Metrics", "Problems", "Routing", "Runtime", "WebSockets"],
            usings.Select(name => name["Framework.".Length..]));
    }

    private static bool IsHidden(Type type) => type.GetCustomAttribute<EditorBrowsableAttribute>()?.State == EditorBrowsableState.Never;
}
