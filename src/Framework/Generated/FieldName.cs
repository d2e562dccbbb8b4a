using System.ComponentModel;

namespace Framework.Generated;

/// <summary>What JSON calls a member.</summary>
/// <param name="Json">Its own name there; null where the naming policy names it.</param>
/// <param name="Inside">What JSON calls the members of its value or of its items; null where the naming policy names
/// all of them.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct FieldName(string? Json, FieldNames? Inside = null);
