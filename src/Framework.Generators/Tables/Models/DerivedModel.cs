namespace Framework.Generators.Tables.Models;

/// <summary>One type that a value may have.</summary>
/// <param name="Type">The type as it is written in the generated file.</param>
/// <param name="Local">The name of a local variable of the type.</param>
/// <param name="Discriminator">The text by which it is stored.</param>
/// <param name="Method">Its name in the names of its methods.</param>
/// <param name="IsExact">Whether no other type can be taken for it.</param>
internal sealed record DerivedModel(string Type, string Local, string Discriminator, string Method, bool IsExact)
{
    /// <summary>The discriminator as a literal.</summary>
    public string Literal => Literals.Quoted(Discriminator);

    /// <summary>The pattern that a value of the type matches.</summary>
    public string Pattern => IsExact ? $"{Type} {Local}" : $"{Type} {Local} when {Local}.GetType() == typeof({Type})";
}
