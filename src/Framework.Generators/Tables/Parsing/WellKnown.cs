namespace Framework.Generators.Tables.Parsing;

/// <summary>The names of the library's attributes.</summary>
internal static class WellKnown
{
    public const string Table = Namespace + ".TableAttribute";
    public const string Namespace = "Framework.DynamoDB";
    public const string Ignore = "IgnoreAttribute";
    public const string AttributeName = "AttributeNameAttribute";
    public const string Unique = "UniqueAttribute";
    public const string AsNumber = "AsNumberAttribute";
}
