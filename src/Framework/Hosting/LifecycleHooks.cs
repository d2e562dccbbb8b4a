namespace Framework.Hosting;

/// <summary>The hooks of an author at the start and the end of the process. Hooks that tear down run in reverse order, as
/// services are disposed. Hooks that build up run in the order in which they were added.</summary>
internal sealed class LifecycleHooks
{
    public Stack<Func<IServiceProvider, Task>> BeforeSnapshot { get; } = new();

    public Queue<Func<IServiceProvider, Task>> AfterRestore { get; } = new();

    public Stack<Func<IServiceProvider, Task>> Shutdown { get; } = new();

    public bool Any => BeforeSnapshot.Count + AfterRestore.Count + Shutdown.Count > 0;
}
