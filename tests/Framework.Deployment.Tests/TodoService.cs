using System.Reflection;
using Framework.Hosting;
using Framework.Local.Updates;
using Todo.Service;

namespace Framework.Deployment.Tests;

/// <summary>The reference service, built and not started.</summary>
internal static class TodoService
{
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
}
