namespace Framework.Generators.Endpoints.Models;

/// <summary>A type of a JSON context.</summary>
/// <param name="TypeName">The type, fully qualified.</param>
/// <param name="PropertyName">The name of its property in the context, where no two types can have the same.</param>
/// <param name="LongName">A name for it where another type has that one already.</param>
internal sealed record JsonTypeName(string TypeName, string PropertyName, string LongName);
