using Framework.Functions;

namespace Framework.Deployment.Model;

/// <summary>What a function gets, with every default filled in.</summary>
/// <param name="MemoryMB">Memory in MB.</param>
/// <param name="TimeoutSeconds">The time that one invocation may take.</param>
/// <param name="ReservedConcurrency">How many invocations may run at once; 0 for no bound.</param>
/// <param name="Architecture">The processor.</param>
/// <param name="Runtime">How it runs.</param>
internal sealed record FunctionSettings(
    int MemoryMB, int TimeoutSeconds, int ReservedConcurrency, FunctionArchitecture Architecture, FunctionRuntime Runtime);
