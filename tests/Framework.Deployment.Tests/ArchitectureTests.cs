using Framework.Architecture;
using Framework.Deployment.Model;

namespace Framework.Deployment.Tests;

/// <summary>Holds the project to the picture in <c>docs/architecture.md</c>.</summary>
public sealed class ArchitectureTests() : ProjectArchitecture(
    typeof(DeploymentModel).Assembly,
    [
        new("Model"),
        new("Reading", "Model"),
        new("CloudFormation", "Model", "Reading"),
        new("Yaml", "CloudFormation"),
        new("Manifest", "Model"),
        new("Commands", "Model", "Reading", "CloudFormation", "Yaml", "Manifest"),
    ]);
