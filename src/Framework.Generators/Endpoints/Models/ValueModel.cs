namespace Framework.Generators.Endpoints.Models;

/// <summary>How a value is read from text.</summary>
/// <param name="TypeName">The value's type, fully qualified.</param>
/// <param name="Parser">The C# expression of its parser; empty for an enum, which has a generated one.</param>
/// <param name="EnumName">For an enum, the name its generated parser is called by; else null.</param>
/// <param name="EnumMembers">The members of an enum.</param>
/// <param name="IsFlags">Whether a value may be several of them.</param>
internal sealed record ValueModel(
    string TypeName, string Parser, string? EnumName, EquatableArray<EnumMemberModel> EnumMembers, bool IsFlags = false);
