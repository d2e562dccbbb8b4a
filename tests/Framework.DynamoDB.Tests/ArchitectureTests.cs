using System.ComponentModel;
using System.Reflection;
using Framework.Architecture;

namespace Framework.DynamoDB.Tests;

/// <summary>Holds the project to the picture in <c>docs/architecture.md</c>.</summary>
public sealed class ArchitectureTests() : ProjectArchitecture(
    typeof(TableServices).Assembly,
    [
        new("") { IsContract = true },
        new("Errors"),
        new("Values", "Errors"),
        new("Expressions", "Errors", "Values"),
        new("Items", "Errors", "Values", "Expressions"),
        new("Sending", "Errors"),
        new("Wire", "Sending"),
        new("Paging", "Errors", "Expressions"),
        new("Reads", "Errors", "Expressions", "Items", "Sending"),
        new("Writes", "Errors", "Values", "Expressions", "Items", "Sending", "Reads"),
        new("Streams", "Items"),
        new("Tables", "Errors", "Values", "Expressions", "Items", "Sending", "Paging", "Reads", "Writes"),
    ])
{
    // What converters of an author's use, beside the generated code.
    private static readonly string[] OfConverters = ["StoredValue"];

    [Fact]
    public void What_only_generated_code_calls_is_hidden_from_completion() => Assert.All(
        Library.GetExportedTypes().Where(type => !type.IsNested),
        type => Assert.Equal(IsOfGeneratedCode(type), type.GetCustomAttribute<EditorBrowsableAttribute>()?.State == EditorBrowsableState.Never));

    private bool IsOfGeneratedCode(Type type) =>
        (type.Namespace == NamespaceOf("Values") && !OfConverters.Contains(type.Name))
        || type == typeof(ITableItem<>) || type == typeof(IProjection<,>) || type == typeof(TableSchema) || type == typeof(Expressions.DerivedKey<>);
}
