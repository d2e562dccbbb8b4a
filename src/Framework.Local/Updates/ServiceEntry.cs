using System.Reflection;

namespace Framework.Local.Updates;

/// <summary>The entry point of the service, run again to build the service from its changed code.</summary>
internal static class ServiceEntry
{
    private static readonly AsyncLocal<Action<Microservice>?> Building = new();

    /// <summary>Takes a service that <see cref="Build"/> asked for.</summary>
    /// <returns>False where nothing asked: the service is to be run.</returns>
    public static bool TryTake(Microservice service)
    {
        Building.Value?.Invoke(service);
        return Building.Value is not null;
    }

    /// <summary>Builds the service as its code is now.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>The service; null where the entry point runs none.</returns>
    public static Microservice? Build(IEnumerable<string> args)
    {
        if (Assembly.GetEntryAssembly()?.EntryPoint is not { } entry)
            return null;
        Microservice? built = null;
        Building.Value = service => built = service;
        try
        {
            entry.Invoke(
                null,
                BindingFlags.DoNotWrapExceptions,
                binder: null,
                entry.GetParameters().Length == 0 ? null : [args.ToArray()],
                culture: null);
        }
        finally
        {
            Building.Value = null;
        }
        return built;
    }
}
