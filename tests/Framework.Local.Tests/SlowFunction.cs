using Framework.Functions;

namespace Framework.Local.Tests;

/// <summary>Stands for the class of an endpoint whose function may take as long as Lambda lets one.</summary>
[Function(TimeoutSeconds = 900)]
internal sealed class SlowFunction;
