using Framework.Generators.Endpoints;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tests.Endpoints;

/// <summary>The rules of a body that a library holds, for all the services that use it.</summary>
public sealed class SharedRulesTests
{
    private const string Place = """
        [Post("/a")] public sealed class Place { public Task HandleAsync(Contracts.Order order) => null!; }
        [JsonSerializable(typeof(Contracts.Order))] internal sealed partial class ShopJson;
        """;

    [Fact]
    public void Public_rules_beside_a_body_of_a_library_are_run()
    {
        var run = Run("public sealed class OrderRules : AbstractValidator<Order>; internal sealed class Hidden : AbstractValidator<Order>; public sealed class Others : AbstractValidator<string>;");

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerErrors);
        var source = run.Sources.First();
        Assert.Contains("rules.CheckAsync(_order, endpoint.OrderRules, context.Cancellation)", source);
        Assert.DoesNotContain("Hidden", source);
        Assert.DoesNotContain("Others", source);
    }

    [Fact]
    public void Rules_that_nobody_can_make_are_reported()
    {
        var run = Run("public sealed class OrderRules : AbstractValidator<Order> { public OrderRules() { } public OrderRules(TimeProvider clock) { } }");

        Assert.Equal("FWK118", Assert.Single(run.Diagnostics).Id);
    }

    [Fact]
    public void Rules_of_the_service_s_own_are_run_beside_them()
    {
        var run = Run("public sealed class OrderRules : AbstractValidator<Order>;", "public sealed class OrderRules : AbstractValidator<Contracts.Order>;");

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerErrors);
        Assert.Contains("endpoint.OrderRules2", run.Sources.First());
    }

    private static GeneratorRun Run(string rules, string own = "")
    {
        var contracts = GeneratorRun.Compile($"{EndpointSource.Usings}namespace Contracts; public sealed record Order(int Id); {rules}").WithAssemblyName("Contracts");
        var service = GeneratorRun.Compile($"{EndpointSource.Usings}{Place}{own}").AddReferences(GeneratorRun.Emit(contracts));
        return new GeneratorRun([new EndpointGenerator().AsSourceGenerator()], service);
    }
}
