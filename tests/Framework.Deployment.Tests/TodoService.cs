using System.Reflection;
using System.Runtime.CompilerServices;
using Framework.Hosting;
using Framework.Local.Updates;
using Todo.Service;

namespace Framework.Deployment.Tests;

/// <summary>The reference service, built and not started.</summary>
internal static class TodoService
{
    /// <summary>The folder of its page.</summary>
    public static string Page => Path.Combine(Here(), "../../src/Todo.Service/wwwroot");

    public static Microservice Build()
    {
        try
        {
            typeof(CreateTodo).Assembly.EntryPoint!.Invoke(
                null, BindingFlags.DoNotWrapExceptions, binder: null, [BuiltServiceException.TestArgs.ToArray()], culture: null);
        }
        catch (BuiltServiceException built)
        {
            return built.Service;
        }
        throw new InvalidOperationException("The service was not passed on.");
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
