using Framework.Generators.Endpoints.Models;

namespace Framework.Generators.Endpoints.Writing;

/// <summary>Writes how the policies of an endpoint, and the filters around it, are made.</summary>
internal static class PartWriter
{
    public static void Write(SourceWriter code, EndpointModel endpoint)
    {
        Write(code, endpoint, endpoint.Policies, "global::Framework.Identity.IAuthorizationPolicy[] Policies");
        Write(code, endpoint, endpoint.Filters, "global::Framework.Filters.IEndpointFilter[] Filters");
    }

    private static void Write(SourceWriter code, EndpointModel endpoint, EquatableArray<PartModel> parts, string member)
    {
        if (parts.Count == 0)
            return;
        code.Line($"public override {member}(CallContext context) =>").Line("[").Indent();
        foreach (var part in parts)
            code.Line($"{CallWriter.Made(EndpointWriter.Short(endpoint, part.TypeName), part.Dependencies)},");
        code.Outdent().Line("];").Line();
    }
}
