using Framework.Architecture;

namespace Framework.CloudWatch.Tests;

/// <summary>Holds the project to the picture in <c>docs/architecture.md</c>.</summary>
public sealed class ArchitectureTests() : ProjectArchitecture(typeof(CloudWatchServices).Assembly, [new("")]);
