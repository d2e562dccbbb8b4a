using System.Reflection;
using System.Runtime.Loader;
using Framework.Hosting;
using Framework.Tests.Runtime;

namespace Framework.Tests.Hosting;

/// <summary>What Lambda's managed .NET runtime does with the handler
/// <c>Framework.Tests.Lambda::Framework.Tests.Lambda.LibraryHandler::HandleAsync</c>: loads the assembly with its own
/// dependencies, makes the type once, calls the method for each event.</summary>
public sealed class LibraryHandlerTests
{
    [Fact]
    public async Task The_managed_runtime_s_call_gets_its_response()
    {
        var loaded = new LoadedFolder(TestFunction.Assembly);
        var type = loaded.LoadFromAssemblyPath(TestFunction.Assembly).GetType("Framework.Tests.Lambda.LibraryHandler", throwOnError: true)!;
        var handler = Activator.CreateInstance(type);
        var method = type.GetMethod("HandleAsync", BindingFlags.Public | BindingFlags.Instance)!;

        var ids = new List<string?>();
        for (var count = 0; count < 2; count++)
        {
            using var response = await (Task<Stream>)method.Invoke(handler, [new MemoryStream(TestFunction.Get("/look"))])!;
            using var bytes = new MemoryStream();
            await response.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            var seen = TestFunction.Body(bytes.ToArray());
            ids.Add(seen.GetProperty("requestId").GetString());
            Assert.False(seen.GetProperty("hasDeadline").GetBoolean());
        }

        Assert.Equal(2, ids.Distinct().Count());
        Assert.DoesNotContain(loaded.Assemblies, assembly => assembly.GetName().Name!.StartsWith("Amazon", StringComparison.Ordinal));
        Assert.NotSame(typeof(Microservice).Assembly, loaded.Assemblies.Single(assembly => assembly.GetName().Name == "Framework"));
    }

    private sealed class LoadedFolder(string assembly) : AssemblyLoadContext
    {
        private readonly AssemblyDependencyResolver _resolver = new(assembly);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }
}
