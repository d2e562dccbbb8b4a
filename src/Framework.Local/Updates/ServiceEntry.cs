using System.Reflection;
using Framework.Hosting;

namespace Framework.Local.Updates;

/// <summary>The entry point of the service, run again to build the service from its changed code.</summary>
internal static class ServiceEntry
{
    /// <summary>Builds the service from its current code.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>The service; null where the entry point takes no arguments or runs no service.</returns>
    public static Microservice? Build(IEnumerable<string> args)
    {
        if (Assembly.GetEntryAssembly()?.EntryPoint is not { } entry || entry.GetParameters().Length == 0)
            return null;
        try
        {
            string[] arguments = [.. args, BuiltServiceException.UpdateArg];
            entry.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [arguments], culture: null);
            return null;
        }
        catch (BuiltServiceException built)
        {
            return built.Service;
        }
    }
}
