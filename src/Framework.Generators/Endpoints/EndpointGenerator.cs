using Framework.Generators.Endpoints.Checks;
using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Framework.Generators.Endpoints.Reading;
using Framework.Generators.Endpoints.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Endpoints;

/// <summary>Turns the classes with a route, and Lambda authorizers, into code: one class each, and the table of all of them.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class EndpointGenerator : IIncrementalGenerator
{
    // C# 14, for extension members: the Roslyn that this is built against does not know it by name.
    private static readonly LanguageVersion Needed = (LanguageVersion)1400;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var role = context.AnalyzerConfigOptionsProvider.Combine(context.CompilationProvider)
            .Select((pair, _) => ProjectRole.Of(pair.Left.GlobalOptions, pair.Right.Options.OutputKind));
        var libraries = context.CompilationProvider.Combine(role)
            .Select((pair, _) => pair.Right.IsService ? LibraryClasses.Read(pair.Left) : LibraryResults.None)
            .WithTrackingName(EndpointSteps.Libraries);
        var results = AllEndpoints(context, libraries).WithTrackingName(EndpointSteps.Results);
        // Two endpoints with one name are reported. Only one of them is written: a second class of the same name would only
        // add errors. Where the language version is too old, which is reported, no endpoint is written.
        var language = context.ParseOptionsProvider.Select((options, _) => ((CSharpParseOptions)options).LanguageVersion);
        var endpoints = results.Combine(language).Select((pair, _) => pair.Left
            .Where(_ => pair.Right >= Needed).Select(result => result.Model).OfType<EndpointModel>()
            .GroupBy(endpoint => endpoint.Name, StringComparer.OrdinalIgnoreCase).Select(same => same.First()).ToEquatableArray())
            .WithTrackingName(EndpointSteps.Endpoints);
        var authorizerResults = AllAuthorizers(context, libraries);
        var authorizers = authorizerResults.Combine(language).Select((pair, _) => pair.Left
            .Where(_ => pair.Right >= Needed).Select(result => result.Model).OfType<AuthorizerModel>()
            .GroupBy(authorizer => authorizer.Name, StringComparer.OrdinalIgnoreCase).Select(same => same.First()).ToEquatableArray());
        var rules = Rules(context);
        var missing = results.Combine(JsonTypes(context)).Combine(role)
            .Select((all, _) => all.Right.IsLibrary ? [] : JsonCheck.Find(all.Left.Left, all.Left.Right))
            .WithTrackingName(EndpointSteps.Missing);
        var service = context.CompilationProvider.Combine(role).Select((pair, _) => ReadService(pair.Left, pair.Right))
            .Combine(MakesClients(context))
            .Combine(endpoints.Combine(rules).Combine(authorizers).Select((all, _) =>
                all.Left.Left.Any(endpoint => Calls(endpoint, all.Left.Right)) || all.Right.Any(authorizer => authorizer.Egress != Egress.None)))
            .Select((pair, _) => pair.Left.Left with { CallsElsewhere = pair.Left.Left.CallsElsewhere || pair.Left.Right, Calls = pair.Left.Left.Calls || pair.Right })
            .Combine(AsksForConfiguration(context))
            .Select((pair, _) => pair.Left with { AsksForConfiguration = pair.Right })
            .WithTrackingName(EndpointSteps.Service);

        context.RegisterSourceOutput(results, static (output, all) => Report(output, all.SelectMany(result => result.Diagnostics).Distinct()));
        context.RegisterSourceOutput(results, static (output, all) => Report(output, TableCheck.Find(all)));
        context.RegisterSourceOutput(results.Combine(OpenList(context)), static (output, pair) =>
        {
            if (pair.Right.HasList)
                Report(output, OpenCheck.Find(pair.Left, pair.Right.Lines));
        });
        context.RegisterSourceOutput(authorizerResults, static (output, all) => Report(output, all.SelectMany(result => result.Diagnostics).Distinct()));
        context.RegisterSourceOutput(authorizerResults.Combine(endpoints), static (output, pair) => Report(output, TableCheck.Find(pair.Left, pair.Right)));
        context.RegisterSourceOutput(endpoints.Combine(rules), static (output, pair) => Report(output, RulesCheck.Find(pair.Left, pair.Right)));
        context.RegisterSourceOutput(
            missing.Combine(context.CompilationProvider), static (output, pair) => Report(output, JsonCheck.Report(pair.Left, pair.Right)));
        context.RegisterSourceOutput(language, static (output, version) =>
        {
            if (version < Needed)
                output.ReportDiagnostic(Diagnostic.Create(EndpointDiagnostics.OldLanguage, Location.None, version.ToDisplayString()));
        });
        context.RegisterSourceOutput(
            endpoints.SelectMany((all, _) => all).Combine(rules).Select((pair, _) => (pair.Left, Rules: RulesCheck.Of(pair.Left, pair.Right)))
                .WithTrackingName(EndpointSteps.Sources),
            static (output, pair) => AddEndpoint(output, pair.Left, pair.Rules));
        context.RegisterSourceOutput(
            authorizers.SelectMany((all, _) => all),
            static (output, authorizer) => output.AddSource($"{FileName(authorizer.TypeName)}Authorizer.g.cs", AuthorizerWriter.Write(authorizer)));
        context.RegisterSourceOutput(endpoints.Combine(authorizers).Combine(service).WithTrackingName(EndpointSteps.Table).Combine(language), static (output, pair) =>
        {
            if (pair.Right >= Needed)
                AddService(output, pair.Left.Left.Left, pair.Left.Left.Right, pair.Left.Right);
        });
    }

    private static IncrementalValueProvider<EquatableArray<EndpointResult>> AllEndpoints(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<LibraryResults> libraries)
    {
        var all = WellKnown.Routes.Select(attribute => WithAttribute(context, attribute).Collect()).ToList();
        return all.Skip(1)
            .Aggregate(all[0], (left, right) => left.Combine(right).Select((pair, _) => pair.Left.AddRange(pair.Right)))
            .Combine(libraries)
            .Select((pair, _) => pair.Left.Concat(pair.Right.Endpoints).ToEquatableArray());
    }

    private static IncrementalValuesProvider<EndpointResult> WithAttribute(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            attribute,
            static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
            (found, _) => RouteReader.HoldsFirst((INamedTypeSymbol)found.TargetSymbol, found.TargetNode, attribute)
                ? EndpointReader.Read((INamedTypeSymbol)found.TargetSymbol, found.SemanticModel.Compilation.Assembly)
                : null)
            .Where(static result => result is not null).Select(static (result, _) => result!);

    private static IncrementalValueProvider<(bool HasList, EquatableArray<OpenListModel> Lines)> OpenList(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider.Where(OpenListReader.IsList).Select(OpenListReader.Read).Collect()
            .Select(static (lists, _) => (!lists.IsEmpty, lists.SelectMany(lines => lines).ToEquatableArray()));

    private static IncrementalValueProvider<EquatableArray<AuthorizerResult>> AllAuthorizers(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<LibraryResults> libraries) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
                WellKnown.Authorizer,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (found, _) => AuthorizerReader.Read((INamedTypeSymbol)found.TargetSymbol, found.Attributes[0]))
            .Collect()
            .Combine(libraries)
            .Select(static (pair, _) => pair.Left.Concat(pair.Right.Authorizers).ToEquatableArray())
            .WithTrackingName(EndpointSteps.Authorizers);

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
            .WithTrackingName(EndpointSteps.Rules);

    private static IncrementalValueProvider<EquatableArray<JsonTypeName>> JsonTypes(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
                "System.Text.Json.Serialization.JsonSerializableAttribute",
                static (node, _) => node is ClassDeclarationSyntax,
                static (found, _) => JsonContextReader.Read((INamedTypeSymbol)found.TargetSymbol))
            .Collect()
            .Select(static (contexts, _) => contexts
                .SelectMany(known => known).Distinct().OrderBy(type => type.TypeName, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(EndpointSteps.Json);

    // Names alone are compared: a service with another member of the same name only reads its settings without need.
    private static IncrementalValueProvider<bool> AsksForConfiguration(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is SimpleNameSyntax { Identifier.ValueText: "IConfiguration" or "BindConfiguration" },
                static (_, _) => true)
            .Collect()
            .Select(static (found, _) => !found.IsEmpty)
            .WithTrackingName(EndpointSteps.Configuration);

    private static bool Calls(EndpointModel endpoint, EquatableArray<RulesModel> rules) =>
        endpoint.Egress != Egress.None || RulesCheck.Of(endpoint, rules).Any(one => one.Egress != Egress.None);

    private static IncrementalValueProvider<bool> MakesClients(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => ClientSyntax.MayMakeClient(node),
                static (found, cancellation) => ClientSyntax.MakesClient(found.Node, found.SemanticModel, cancellation))
            .Where(static makes => makes)
            .Collect()
            .Select(static (found, _) => !found.IsEmpty)
            .WithTrackingName(EndpointSteps.Clients);

    private static ServiceModel ReadService(Compilation compilation, ProjectRole role) => new(
        compilation.AssemblyName ?? "Service",
        role.IsService,
        compilation.GetTypeByMetadataName("Framework.Local.LocalCloud") is not null,
        LibraryReader.CallsElsewhere(compilation),
        Calls: compilation.GetTypeByMetadataName("Framework.Parameters.ParameterServices") is not null,
        AsksForConfiguration: false);

    private static void AddEndpoint(SourceProductionContext output, EndpointModel endpoint, EquatableArray<RulesModel> rules)
    {
        output.AddSource($"{FileName(endpoint.TypeName)}Endpoint.g.cs", EndpointWriter.Write(endpoint, [.. rules.Where(validator => validator.IsUsable)]));
    }

    private static void AddService(
        SourceProductionContext output, EquatableArray<EndpointModel> endpoints, EquatableArray<AuthorizerModel> authorizers, ServiceModel service)
    {
        if (endpoints.Count + authorizers.Count > 0 || service.IsService)
            output.AddSource("ServiceEndpoints.g.cs", ServiceWriter.Write(service, endpoints, authorizers));
    }

    private static string FileName(string typeName) => typeName.Replace("global::", "").Replace("@", "");

    private static void Report(SourceProductionContext output, IEnumerable<DiagnosticInfo> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
    }
}
