using Mono.Cecil;

namespace Framework.Architecture;

/// <summary>The name of a type that is not nested.</summary>
internal sealed record TypeName(string Namespace, string Name)
{
    /// <summary>The name of a type, or of the type around it.</summary>
    public static TypeName Of(TypeReference type)
    {
        while (type.DeclaringType is not null)
            type = type.DeclaringType;
        return new(type.Namespace, type.Name);
    }
}
