using Framework.Generators.Endpoints.Models;

namespace Framework.Generators.Endpoints.Writing;

/// <summary>Writes how the filters around an endpoint are made.</summary>
internal static class FilterWriter
{
    public static void Write(SourceWriter code, EndpointModel endpoint)
    {
        if (endpoint.Filters.Count == 0)
            return;
        code.Line("public override global::Framework.Filters.IEndpointFilter[] Filters(CallContext context) =>").Line("[").Indent();
        foreach (var filter in endpoint.Filters)
            code.Line($"{CallWriter.Made(EndpointWriter.Short(endpoint, filter.TypeName), filter.Dependencies)},");
        code.Outdent().Line("];").Line();
    }
}
