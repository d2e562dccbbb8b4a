namespace Framework.Local.Output;

/// <summary>Colours of a terminal, by their SGR number.</summary>
internal enum Tint
{
    None = 0,
    Bold = 1,
    Faint = 2,
    Red = 31,
    Green = 32,
    Yellow = 33,
    Cyan = 36,
}
