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
        new("Yaml", "Model", "CloudFormation"),
        new("Manifest", "Model"),
        new("Processes", "Model"),
        new("Packaging", "Model", "Processes"),
        new("Stages", "Model", "CloudFormation"),
        new("Comparison", "CloudFormation"),
        new("Aws", "Model", "CloudFormation", "Yaml", "Processes"),
        new("Deploying", "Model", "CloudFormation", "Yaml", "Processes", "Packaging", "Stages", "Comparison", "Aws"),
        new("Commands", "Model", "Reading", "CloudFormation", "Yaml", "Manifest", "Processes", "Packaging", "Stages", "Comparison", "Aws", "Deploying"),
    ]);
