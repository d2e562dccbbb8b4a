namespace Framework.Generators.Tables.Models;

/// <summary>What a value is in the template of a key.</summary>
internal enum Placeholder
{
    None,
    Text,
    Enum,
    Date,
    Integer,
}
