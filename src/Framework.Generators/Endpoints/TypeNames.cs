using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints;

/// <summary>Names types in generated code.</summary>
internal static class TypeNames
{
    public const string Attributes = "Framework.Routing.";
    public const string Caller = "global::Framework.Identity.Caller";
    public const string Request = "global::Framework.Http.Request";
    public const string Response = "global::Framework.Http.Response";
    public const string Invocation = "global::Framework.Runtime.Invocation";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string FromHeader = "Framework.Binding.FromHeaderAttribute";
    public const string FromKeyedServices = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";
    public const string EnumMemberName = "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute";
    public const string ValidationAttribute = "System.ComponentModel.DataAnnotations.ValidationAttribute";
    public const string JsonResult = "global::Framework.Http.JsonResult<T>";

    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat;

    private static readonly SymbolDisplayFormat FullNullable = Full.WithMiscellaneousOptions(
        Full.MiscellaneousOptions | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type without the question marks of nullable references.</summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(Full);

    /// <summary>The type with the question marks of nullable references.</summary>
    public static string WithNullability(ITypeSymbol type) => type.ToDisplayString(FullNullable);

    /// <summary>Whether generated code, in the same assembly, may name the type.</summary>
    public static bool IsReachable(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal || IsForbidden(current) || current.DeclaredAccessibility
                is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
                return false;
        }
        return true;
    }

    /// <summary>Whether generated code, in the same assembly, may name the type and keep a value of it.</summary>
    public static bool IsUsable(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsUsable(array.ElementType),
        INamedTypeSymbol named => !named.IsRefLikeType && IsReachable(named) && named.TypeArguments.All(IsUsable),
        _ => false,
    };

    /// <summary>Whether the compiler does not know the type, or one in it, and says so itself.</summary>
    public static bool IsUnknown(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        INamedTypeSymbol named => named.TypeKind == TypeKind.Error || named.TypeArguments.Any(IsUnknown),
        _ => false,
    };

    /// <summary>The type as an author would write it, for messages.</summary>
    public static string ForPeople(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>A parameter's type as an author would write it, for messages.</summary>
    public static string ForPeople(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.None => "",
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        _ => "ref readonly ",
    } + ForPeople(parameter.Type);

    /// <summary>Whether the compiler refuses every use: <c>[Obsolete("...", error: true)]</c>.</summary>
    public static bool IsForbidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.ToDisplayString() == "System.ObsoleteAttribute"
        && attribute.ConstructorArguments.Any(argument => argument.Value is true));
}
