namespace Framework.Hosting;

/// <summary>What an author has done around the life of the process. What tears down runs last added first, as services
/// are disposed; what builds up runs in the order in which it was added.</summary>
internal sealed class LifecycleHooks
{
    public Stack<Func<IServiceProvider, Task>> BeforeSnapshot { get; } = new();

    public Queue<Func<IServiceProvider, Task>> AfterRestore { get; } = new();

    public Stack<Func<IServiceProvider, Task>> Shutdown { get; } = new();

    public bool Any => BeforeSnapshot.Count + AfterRestore.Count + Shutdown.Count > 0;
}
