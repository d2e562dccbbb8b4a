using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Endpoints;

/// <summary>Turns the classes with a route into code: one class an endpoint, and the table of all of them.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class EndpointGenerator : IIncrementalGenerator
{
    /// <summary>The names of the steps, for tests of the cache.</summary>
    internal const string EndpointsStep = "Endpoints";
    internal const string RulesStep = "Rules";
    internal const string JsonStep = "Json";
    internal const string ServiceStep = "Service";

    private static readonly string[] Methods = ["Get", "Post", "Put", "Patch", "Delete"];

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var results = AllEndpoints(context);
        var endpoints = results.Select((all, _) => all
            .Where(result => result.Model is not null).Select(result => result.Model!).ToEquatableArray())
            .WithTrackingName(EndpointsStep);
        var rules = Rules(context);
        var json = JsonTypes(context);
        var service = context.CompilationProvider.Select((compilation, _) => ReadService(compilation)).WithTrackingName(ServiceStep);

        context.RegisterSourceOutput(results, static (output, all) => Report(output, all.SelectMany(result => result.Diagnostics)));
        context.RegisterSourceOutput(endpoints, static (output, all) => Report(output, TableCheck.Find(all)));
        context.RegisterSourceOutput(endpoints.Combine(json), static (output, pair) => Report(output, JsonCheck.Find(pair.Left, pair.Right)));
        context.RegisterSourceOutput(
            endpoints.SelectMany((all, _) => OneOfEachName(all)).Combine(rules), static (output, pair) => AddEndpoint(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(endpoints.Combine(service), static (output, pair) => AddService(output, pair.Left, pair.Right));
    }

    private static IncrementalValueProvider<EquatableArray<EndpointResult>> AllEndpoints(IncrementalGeneratorInitializationContext context)
    {
        var all = Methods.Select(method => OfMethod(context, method).Collect()).ToList();
        return all.Skip(1)
            .Aggregate(all[0], (left, right) => left.Combine(right).Select((pair, _) => pair.Left.AddRange(pair.Right)))
            .Select((results, _) => results.ToEquatableArray());
    }

    private static IncrementalValuesProvider<EndpointResult> OfMethod(IncrementalGeneratorInitializationContext context, string method) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            $"{TypeNames.Attributes}{method}Attribute",
            static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
            (found, _) => EndpointReader.Read((INamedTypeSymbol)found.TargetSymbol, found.Attributes[0], method.ToUpperInvariant()));

    private static IncrementalValueProvider<EquatableArray<RulesModel>> Rules(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax { BaseList: not null },
                static (found, cancellation) =>
                    found.SemanticModel.GetDeclaredSymbol(found.Node, cancellation) is INamedTypeSymbol type
                        ? RulesReader.Read(type)
                        : null)
            .Where(static model => model is not null)
            .Collect()
            .Select(static (models, _) => models
                .Select(model => model!).Distinct().OrderBy(model => model.TypeName, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(RulesStep);

    private static IncrementalValueProvider<EquatableArray<string>> JsonTypes(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
                "System.Text.Json.Serialization.JsonSerializableAttribute",
                static (node, _) => node is ClassDeclarationSyntax,
                static (found, _) => JsonContextReader.Read(found.Attributes))
            .Collect()
            .Select(static (contexts, _) => contexts
                .SelectMany(known => known).Distinct().OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(JsonStep);

    private static ServiceModel ReadService(Compilation compilation) => new(
        compilation.AssemblyName ?? "Service",
        compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary,
        compilation.GetTypeByMetadataName("Framework.Local.LocalCloud") is not null);

    // Of two with one name, which is reported, one is written: twice the same class would say nothing more.
    private static IEnumerable<EndpointModel> OneOfEachName(EquatableArray<EndpointModel> all) =>
        all.GroupBy(endpoint => endpoint.Name).Select(same => same.First());

    private static void AddEndpoint(SourceProductionContext output, EndpointModel endpoint, EquatableArray<RulesModel> rules)
    {
        var own = rules.Where(validator => validator.Validated == endpoint.Body?.BareTypeName).ToList();
        output.AddSource($"{endpoint.TypeName.Replace("global::", "").Replace("@", "")}Endpoint.g.cs", EndpointWriter.Write(endpoint, own));
    }

    private static void AddService(SourceProductionContext output, EquatableArray<EndpointModel> endpoints, ServiceModel service)
    {
        if (endpoints.Count > 0 || service.IsExecutable)
            output.AddSource("ServiceEndpoints.g.cs", ServiceWriter.Write(service, endpoints));
    }

    private static void Report(SourceProductionContext output, IEnumerable<DiagnosticInfo> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
    }
}
