using Framework.Architecture;
using Framework.LocalDynamoDB.Tool;

namespace Framework.LocalDynamoDB.Tests.Tool;

/// <summary>Holds the tool's project to the picture in <c>docs/architecture.md</c>.</summary>
public sealed class ArchitectureTests() : ProjectArchitecture(typeof(ToolCommand).Assembly, [new("")]);
