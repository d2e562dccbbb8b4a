using Framework.Functions;

namespace Framework.Local.Tests;

/// <summary>Stands for the class of an endpoint whose function may take two seconds.</summary>
[Function(TimeoutSeconds = 2)]
internal sealed class BriefFunction;
