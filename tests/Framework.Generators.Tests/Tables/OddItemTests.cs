namespace Framework.Generators.Tests.Tables;

/// <summary>Items as authors write them, whose names or forms get in the way of generated code: they compile without a
/// warning.</summary>
public sealed class OddItemTests
{
    [Fact]
    public void Properties_may_be_called_as_generated_methods_are() => Compiles("""
        public enum Policy { None, All }
        public sealed record Rule(Policy WritePolicy, string RulePath, string path, string TValue);
        [Table] public sealed partial record Access(
            [PartitionKey] string Id, Policy ReadPolicy, Policy WritePolicy, Rule ReadRule, List<Rule> WriteRule, string RulePath);
        """);

    [Fact]
    public void Properties_may_be_called_as_the_library_s_types_are() => Compiles("""
        public sealed record Setting(
            string? TextValue, decimal? NumberValue, bool? BooleanValue, List<string>? ListValue, HashSet<int>? SetValue,
            Dictionary<string, int>? MapValue, byte[]? BinaryValue, JsonElement? JsonValue);
        [Table] public sealed partial record Config([PartitionKey] string Id, Setting Setting, string? TextValue, int KeyValue);
        """);

    [Fact]
    public void The_author_s_types_may_be_called_as_the_library_s_are() => Compiles("""
        namespace Shop;

        public sealed record AttributeValue(string Name, string Value);
        public sealed record KeyValue(string Name);
        public sealed class Key<T>;
        public sealed class Dictionary<TKey, TValue>;
        public sealed class ArgumentOutOfRangeException;
        public enum Colour { Red }

        [Table] public sealed partial record TextValue(
            [PartitionKey] string Id, List<AttributeValue> Values, KeyValue Name, Colour Colour, TextValue.StoredValue Stored,
            [IndexPartitionKey("byColour")] Colour? Other, DateOnly At)
        {
            public sealed record StoredValue(int Count);
        }
        """);

    [Fact]
    public void A_type_in_the_item_or_around_it_may_hide_another_of_its_name() => Compiles("""
        namespace Shop;

        public sealed record Address(int Number);

        public static partial class Outer
        {
            public sealed record Guid(string Text);

            [Table] public sealed partial record Order(
                [PartitionKey] System.Guid Id, Guid Own, Order.Address From, Shop.Address To)
            {
                public sealed record Address(string Street);
            }
        }
        """);

    [Fact]
    public void Keys_and_the_version_may_be_inherited()
    {
        var code = Compiles("""
            public abstract record Entity
            {
                [PartitionKey] public required string Tenant { get; init; }
                [Version] public long Version { get; init; }
                [ExpiresAt] public DateTimeOffset? Until { get; init; }
            }

            [Table] public sealed partial record Device : Entity { [SortKey] public required string Id { get; init; } }
            """);

        Assert.Contains("Key<global::Device> Key(string tenant, string id)", code, StringComparison.Ordinal);
        Assert.Contains("item with { Version = version }", code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_may_be_overridden_or_hidden_and_is_stored_once() => Compiles("""
        public abstract class Entity
        {
            public abstract string Id { get; set; }
            public virtual int Count { get; set; }
            public string? Name { get; set; }
            public string? Note { get; protected set; }
        }

        [Table] public sealed partial class Device : Entity
        {
            [PartitionKey] public override string Id { get; set; } = "";
            public override int Count => 5;
            public new string Name { get; set; } = "";
        }
        """);

    [Fact]
    public void Types_that_only_the_item_sees_can_be_its_values() => Compiles("""
        public static partial class Outer
        {
            [Table] private partial record Item([PartitionKey] string Id, Inner Inner);
            private sealed record Inner(int Count);
        }
        """);

    [Fact]
    public void A_constructor_may_set_what_is_required() => Compiles("""
        [Table] public sealed partial class Item
        {
            [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Item(string id) => Id = id;
            [PartitionKey] public required string Id { get; init; }
        }
        """);

    [Fact]
    public void What_is_obsolete_is_stored_all_the_same() => Compiles("""
        [Table] public sealed partial record Item([PartitionKey] string Id)
        {
            [Obsolete("Read from old items alone.")] public string? Old { get; init; }
        }
        """);

    [Fact]
    public void A_constant_and_a_computed_property_are_not_stored_and_nothing_is_said_of_them() => Compiles("""
        [Table] public sealed partial record Item([PartitionKey] string Id)
        {
            public string Kind { get; } = "item";
            public string Shown => Id + Kind;
        }
        """);

    [Fact]
    public void Another_method_of_the_name_Key_is_the_author_s() => Compiles("""
        [Table] public sealed partial record Item([PartitionKey] string Id)
        {
            public static Key<Item> Key(int number) => Key($"{number}");
        }
        """);

    private static string Compiles(string source) => TableCompilation.Generate(source)[^1];
}
