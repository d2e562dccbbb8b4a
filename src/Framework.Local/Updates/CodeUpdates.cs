using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;

[assembly: MetadataUpdateHandler(typeof(Framework.Local.Updates.CodeUpdates))]

namespace Framework.Local.Updates;

/// <summary>The changes that hot reload makes to the code of this process.</summary>
/// <remarks>.NET calls <see cref="UpdateApplication"/> after each change, see
/// <see href="https://learn.microsoft.com/dotnet/api/system.reflection.metadata.metadataupdatehandlerattribute">its
/// documentation</see>. The method must be static, so the subscription to it is static too.</remarks>
internal static class CodeUpdates
{
    private static event Action<Action>? Applied;

    /// <summary>Calls an action after each change, and passes it the initializers of the changed types.</summary>
    /// <returns>Ends the subscription.</returns>
    public static IDisposable Subscribe(Action<Action> action)
    {
        LoadTypes();
        Applied += action;
        return new Subscription(action);
    }

    /// <summary>.NET has changed types of this process.</summary>
    internal static void UpdateApplication(Type[]? types)
    {
        LoadTypes();
        Applied?.Invoke(() => Array.ForEach(types ?? [], InitializeAgain));
    }

    // .NET cannot load a type whose fields change before its first use ("The signature is incorrect"), such as the state of
    // an async handler that nobody has called yet.
    private static void LoadTypes()
    {
        if (!MetadataUpdater.IsSupported)
            return;
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies().Where(IsChangeable))
        {
            try
            {
                assembly.GetTypes();
            }
            catch (ReflectionTypeLoadException)
            {
                // A type needs an assembly that is missing. The other types are loaded.
            }
        }
    }

    // Hot reload changes debug builds alone.
    private static bool IsChangeable(Assembly assembly) =>
        assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true };

    // A static field that the change added, or whose initial value changed, such as a table's schema, would otherwise get its
    // value only at the next start. Reflection runs a type's initializer once, so it is called by its address.
    private static unsafe void InitializeAgain(Type type)
    {
        if (type.ContainsGenericParameters || type.TypeInitializer is not { } initializer)
            return;
        RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        ((delegate*<void>)initializer.MethodHandle.GetFunctionPointer())();
    }

    private sealed class Subscription(Action<Action> action) : IDisposable
    {
        public void Dispose() => Applied -= action;
    }
}
