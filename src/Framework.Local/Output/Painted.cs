namespace Framework.Local.Output;

/// <summary>A text with a colour.</summary>
internal readonly record struct Painted(string Text, Tint Tint);
