namespace Framework.Generators.Tables.Models;

/// <summary>The types that generated code calls by their plain names.</summary>
internal static class LibraryNames
{
    private static readonly Dictionary<string, (string Namespace, int Arity)> Names = new()
    {
        ["AttributeValue"] = ("Amazon.DynamoDBv2.Model", 0),
        ["ITableItem"] = ("Framework.DynamoDB", 1),
        ["IProjection"] = ("Framework.DynamoDB", 2),
        ["TableSchema"] = ("Framework.DynamoDB", 0),
        ["Key"] = ("Framework.DynamoDB", 1),
        ["KeyValue"] = ("Framework.DynamoDB", 0),
        ["Query"] = ("Framework.DynamoDB", 1),
        ["SortedQuery"] = ("Framework.DynamoDB", 2),
        ["PrefixedQuery"] = ("Framework.DynamoDB", 2),
        ["TableKey"] = ("Framework.Resources", 0),
        ["TableIndex"] = ("Framework.Resources", 0),
        ["DocumentPath"] = ("Framework.DynamoDB.Expressions", 0),
        ["AttributePath"] = ("Framework.DynamoDB.Expressions", 2),
        ["TextPath"] = ("Framework.DynamoDB.Expressions", 2),
        ["NumberPath"] = ("Framework.DynamoDB.Expressions", 2),
        ["ScalarPath"] = ("Framework.DynamoDB.Expressions", 2),
        ["SetPath"] = ("Framework.DynamoDB.Expressions", 3),
        ["MapPath"] = ("Framework.DynamoDB.Expressions", 3),
        ["IndexedListPath"] = ("Framework.DynamoDB.Expressions", 4),
        ["StoredAttributes"] = ("Framework.DynamoDB.Values", 0),
        ["StoredValue"] = ("Framework.DynamoDB.Values", 0),
        ["TextValue"] = ("Framework.DynamoDB.Values", 0),
        ["NumberValue"] = ("Framework.DynamoDB.Values", 0),
        ["BinaryValue"] = ("Framework.DynamoDB.Values", 0),
        ["BooleanValue"] = ("Framework.DynamoDB.Values", 0),
        ["ListValue"] = ("Framework.DynamoDB.Values", 0),
        ["MapValue"] = ("Framework.DynamoDB.Values", 0),
        ["SetValue"] = ("Framework.DynamoDB.Values", 0),
        ["JsonValue"] = ("Framework.DynamoDB.Values", 0),
        ["Dictionary"] = ("System.Collections.Generic", 2),
        ["IReadOnlyList"] = ("System.Collections.Generic", 1),
        ["ImmutableDictionary"] = ("System.Collections.Immutable", 2),
        ["ImmutableSortedDictionary"] = ("System.Collections.Immutable", 2),
        ["Func"] = ("System", 2),
        ["ArgumentException"] = ("System", 0),
        ["ArgumentOutOfRangeException"] = ("System", 0),
    };

    /// <summary>Whether a type of the name can be confused with one of the library.</summary>
    public static bool Contains(string name) => Names.ContainsKey(name);

    /// <summary>Whether it is the name of such a type with so many type arguments.</summary>
    public static bool Contains(string name, int arity) => Names.TryGetValue(name, out var found) && found.Arity == arity;

    /// <summary>The type's name in full.</summary>
    public static string InFull(string name) => $"global::{Names[name].Namespace}.{name}";

    /// <summary>All of the names, with the number of their type arguments.</summary>
    public static IEnumerable<(string Name, int Arity)> All => Names.Select(entry => (entry.Key, entry.Value.Arity));
}
