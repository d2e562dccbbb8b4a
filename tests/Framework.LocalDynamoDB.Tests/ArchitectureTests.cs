using System.Reflection;
using NetArchTest.Rules;

namespace Framework.LocalDynamoDB.Tests;

/// <summary>Holds the code to the picture in <c>docs/dynamodb-engine.md</c>.</summary>
public sealed class ArchitectureTests
{
    private const string Root = "Framework.LocalDynamoDB";

    private static readonly Assembly Library = typeof(LocalDynamoDB).Assembly;

    // From left to right: a layer names what is to its left.
    private static readonly string[] Layers =
    [
        "Hosting", "Loopback", "Protocol", "Values", "Validation", "Expressions", "Storage", "Tables", "Capacity", "Reads",
        "Streams", "Writes", "PartiQL", "Operations", "StreamOperations", "Http", "Upkeep",
    ];

    public static TheoryData<string> Names { get; } = [.. Layers];

    [Fact]
    public void It_names_nothing_else_of_Framework() => Assert.DoesNotContain(
        Library.GetReferencedAssemblies(), assembly => assembly.Name!.StartsWith("Framework", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_layer_names_only_what_is_to_its_left(string layer)
    {
        var right = Layers.SkipWhile(name => name != layer).Skip(1).Select(name => $"{Root}.{name}").ToArray();

        var result = Types.InAssembly(Library).That().ResideInNamespace($"{Root}.{layer}").ShouldNot().HaveDependencyOnAny(right).GetResult();

        Assert.True(result.IsSuccessful, $"{layer} names what is to its right: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void Every_folder_is_a_layer()
    {
        var namespaces = Library.GetTypes().Select(type => type.Namespace).OfType<string>()
            .Where(name => name.StartsWith($"{Root}.", StringComparison.Ordinal))
            .Select(name => name.Split('.')[2]).Distinct();

        Assert.Empty(namespaces.Except(Layers));
    }

    [Fact]
    public void Nothing_static_is_mutable()
    {
        var mutable = Library.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.Name.StartsWith('<')
                && !field.DeclaringType!.Name.StartsWith('<') && !field.DeclaringType.Name.Contains("__", StringComparison.Ordinal))
            .Select(field => $"{field.DeclaringType}.{field.Name}");

        Assert.Empty(mutable);
    }
}
