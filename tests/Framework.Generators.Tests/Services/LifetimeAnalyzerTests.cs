using System.Globalization;
using Framework.Generators.Services;
using Framework.Generators.Tests.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Framework.Generators.Tests.Services;

/// <summary>Which registrations would keep a scoped service beyond its invocation.</summary>
public sealed class LifetimeAnalyzerTests
{
    private const string Types = """
        public interface ICache; public interface IOrders; public interface IRepository<T>;
        public class Orders : IOrders; public class Repository<T> : IRepository<T>;
        public class Cache(IOrders orders) : ICache { public object O => orders; }
        public class Reads(IRepository<int> items) { public object I => items; }
        public class Step(IOrders orders) { public object O => orders; }
        public class Flow(Step step) { public object S => step; }
        public class Plain(IServiceScopeFactory scopes) { public object S => scopes; }
        public class Keyed([FromKeyedServices("a")] IOrders orders) { public object O => orders; }
        [Get("/a")] public class List(IOrders orders, ICache cache) { public object O => (orders, cache); public Task HandleAsync() => null!; }
        """;

    [Theory]
    [InlineData("services.AddScoped<IOrders, Orders>(); ‹services.AddSingleton<ICache, Cache>()›;", "ICache", "IOrders")]
    [InlineData("‹services.AddSingleton<Cache>()›; services.AddScoped<IOrders>(_ => new Orders());", "Cache", "IOrders")]
    [InlineData("services.AddScoped(typeof(IOrders), typeof(Orders)); ‹services.AddSingleton(typeof(ICache), typeof(Cache))›;", "ICache", "IOrders")]
    [InlineData("services.AddScoped(typeof(IRepository<>), typeof(Repository<>)); ‹services.AddSingleton<Reads>()›;", "Reads", "IRepository<T>")]
    [InlineData("services.AddScoped<IOrders, Orders>().AddTransient<Step>(); ‹services.AddSingleton<Flow>()›;", "Flow", "IOrders")]
    [InlineData("services.AddScoped<IOrders, Orders>(); ‹services.AddSingleton<ICache>(all => new Cache(all.GetRequiredService<IOrders>()))›;", "ICache", "IOrders")]
    public async Task A_singleton_that_would_keep_a_scoped_service_is_reported(string marked, string singleton, string scoped)
    {
        var diagnostic = Assert.Single(await FindAsync(marked.Replace("‹", "").Replace("›", "")));

        Assert.Equal(
            $"{singleton} is a singleton and asks for {scoped}, which is scoped: the first invocation's {scoped} would serve all others; register {singleton} as scoped, or let it ask for IServiceScopeFactory",
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(
            marked[(marked.IndexOf('‹') + 1)..marked.IndexOf('›')],
            diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("services.AddScoped<IOrders, Orders>().AddScoped<ICache, Cache>();")]
    [InlineData("services.AddSingleton<IOrders, Orders>().AddSingleton<ICache, Cache>();")]
    [InlineData("services.AddScoped<IOrders, Orders>().AddTransient<ICache, Cache>();")]
    [InlineData("services.AddScoped<IOrders, Orders>().AddSingleton<Plain>();")]
    [InlineData("services.AddScoped<IOrders, Orders>().AddSingleton<ICache>(new Cache(new Orders()));")]
    [InlineData("services.AddScoped<IOrders, Orders>().AddSingleton<ICache>(all => new Cache(all.CreateScope().ServiceProvider.GetRequiredService<IOrders>()));")]
    [InlineData("services.AddScoped<IOrders, Orders>().AddKeyedSingleton<IOrders, Orders>(\"a\").AddSingleton<Keyed>();")]
    public async Task Others_are_not(string source) => Assert.Empty(await FindAsync(source));

    private static async Task<IEnumerable<Diagnostic>> FindAsync(string body)
    {
        var compilation = GeneratorRun.Compile(
            $"{EndpointSource.Usings}{Types} public static class Start {{ public static void Add(IServiceCollection services) {{ {body} }} }}");
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return await compilation.WithAnalyzers([new LifetimeAnalyzer()]).GetAnalyzerDiagnosticsAsync();
    }
}
