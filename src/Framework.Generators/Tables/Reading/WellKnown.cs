namespace Framework.Generators.Tables.Reading;

/// <summary>The names of the library's attributes.</summary>
internal static class WellKnown
{
    public const string Table = Namespace + ".TableAttribute";
    public const string Projection = Namespace + ".ProjectionAttribute";
    public const string Namespace = "Framework.DynamoDB";
    public const string Ignore = "IgnoreAttribute";
    public const string AttributeName = "AttributeNameAttribute";
    public const string Unique = "UniqueAttribute";
    public const string AsNumber = "AsNumberAttribute";
    public const string TableName = "TableAttribute";
    public const string PrimaryKey = "PrimaryKeyAttribute";
    public const string Index = "IndexAttribute";
    public const string IndexPartitionKey = "IndexPartitionKeyAttribute";
    public const string IndexSortKey = "IndexSortKeyAttribute";
    public const string DerivedType = "DerivedTypeAttribute";
    public const string Converter = "ConverterAttribute";
}
