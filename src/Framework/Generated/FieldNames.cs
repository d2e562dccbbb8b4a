using System.ComponentModel;

namespace Framework.Generated;

/// <summary>Says what JSON calls a member of one type. Generated code writes one for each type in a body that has a
/// <c>[JsonPropertyName]</c>, in itself or further inside.</summary>
/// <param name="member">The member's C# name.</param>
/// <returns>Its name, which is empty for a member that the naming policy names.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate FieldName FieldNames(string member);
