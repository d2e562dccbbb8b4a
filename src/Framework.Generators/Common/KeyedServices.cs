using Microsoft.CodeAnalysis;

namespace Framework.Generators.Common;

/// <summary>Reads <c>[FromKeyedServices("eu")]</c>.</summary>
internal static class KeyedServices
{
    /// <summary>The attribute of a constructor's parameter; null where the service has no key.</summary>
    public static AttributeData? Attribute(IParameterSymbol parameter) =>
        parameter.Attribute("Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute");
}
