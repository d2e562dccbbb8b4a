using Framework.Architecture;

namespace Framework.LocalDynamoDB.Tests;

/// <summary>Holds the project to the picture in <c>docs/dynamodb-engine.md</c>.</summary>
public sealed class ArchitectureTests() : ProjectArchitecture(
    typeof(LocalDynamoDB).Assembly,
    [
        new("") { IsContract = true },
        new("Hosting"),
        new("Loopback"),
        new("Protocol"),
        new("Values", "Protocol"),
        new("Validation", "Protocol", "Values"),
        new("Expressions/Syntax", "Values"),
        new("Expressions/Binding", "Values", "Expressions/Syntax"),
        new("Expressions/Evaluation", "Protocol", "Values", "Expressions/Syntax", "Expressions/Binding"),
        new("Expressions/Legacy", "Protocol", "Values", "Validation", "Expressions/Syntax", "Expressions/Binding"),
        new("Expressions", "Protocol", "Values", "Expressions/Syntax", "Expressions/Binding", "Expressions/Legacy"),
        new("Storage"),
        new("Tables", "Protocol", "Values", "Validation", "Expressions/Syntax", "Expressions/Binding", "Storage"),
        new("Capacity", "Tables"),
        new(
            "Reads", "Protocol", "Values", "Expressions/Syntax", "Expressions/Evaluation", "Expressions/Legacy", "Expressions",
            "Storage", "Tables", "Capacity"),
        new("Streams", "Values", "Storage", "Tables"),
        new(
            "Writes", "Protocol", "Values", "Validation", "Expressions/Syntax", "Expressions/Binding", "Expressions/Evaluation",
            "Storage", "Tables", "Capacity", "Streams"),
        new(
            "PartiQL", "Protocol", "Values", "Validation", "Expressions/Syntax", "Expressions/Binding", "Expressions/Evaluation",
            "Expressions/Legacy", "Expressions", "Storage", "Tables", "Capacity", "Reads", "Writes"),
        new(
            "Operations", "Protocol", "Values", "Validation", "Expressions/Syntax", "Expressions/Evaluation", "Expressions/Legacy",
            "Expressions", "Storage", "Tables", "Capacity", "Reads", "Writes", "PartiQL"),
        new("StreamOperations", "Protocol", "Values", "Validation", "Storage", "Tables", "Streams", "Operations"),
        new("Http", "Protocol", "Values", "Storage", "Operations", "StreamOperations"),
        new("Upkeep", "Storage", "Tables", "Streams", "Writes", "Operations"),
    ])
{
    [Fact]
    public void It_names_nothing_else_of_Framework() => Assert.DoesNotContain(
        Library.GetReferencedAssemblies(), assembly => assembly.Name!.StartsWith("Framework", StringComparison.Ordinal));
}
