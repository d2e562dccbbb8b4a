namespace Framework.Generators.Tests.Tables;

/// <summary>The generated code as a person reads it, compiled without a warning.</summary>
public sealed class TableSnapshotTests
{
    [Fact]
    public void A_record_with_both_keys_and_a_version() => Matches("TodoItem", """
        namespace Todo;

        [Table]
        public sealed partial record TodoItem(
            [PartitionKey] string Owner, [property: SortKey] Guid Id, string Title, bool Completed,
            DateTimeOffset CreatedAt, string? Note, [Version] long Version = 0);
        """);

    [Fact]
    public void A_class_that_expires() => Matches("Session", """
        namespace Web;

        [Table]
        internal sealed partial class Session(byte[] token)
        {
            [PartitionKey]
            public byte[] Token { get; } = token;

            public string User { get; init; } = "nobody";

            [ExpiresAt, AttributeName("ttl")]
            public DateTimeOffset? EndsAt { get; init; }

            [Version]
            public int Revision { get; init; }
        }
        """);

    [Fact]
    public void Values_of_every_shape() => Matches("Order", """
        namespace Shop;

        public enum Status { Open, Paid }

        [Flags]
        public enum Marks { None, Gift = 1, Urgent = 2 }

        public sealed record Line(string Product, decimal Price, int Count = 1, Line? Instead = null);

        [Table]
        public sealed partial record Order([PartitionKey] Status Status, [SortKey] Int128 Number)
        {
            public required IReadOnlyList<Line> Lines { get; init; }
            public Dictionary<string, IReadOnlyList<int?>> Counts { get; init; } = [];
            public IReadOnlySet<Guid> Tags { get; init; } = new HashSet<Guid>();
            public Marks Marks { get; init; }
            [AsNumber] public Status? Before { get; init; }
            public TimeSpan Patience { get; init; }
            public JsonElement Extra { get; init; }
            public decimal Discount { get; init; } = 0.05m;
            public decimal Total => Discount;
            [Ignore] public object? Cache { get; init; }
        }
        """);

    [Fact]
    public void A_type_in_a_type_whose_names_are_keywords() => Matches("Event", """
        public enum @enum { @default, @new }

        public static partial class Outer
        {
            [Table]
            public partial record @event([PartitionKey] string @class, @enum @switch = @enum.@new);
        }
        """);

    [Fact]
    public void A_type_whose_names_hide_the_systems() => Matches("Hiding", """
        namespace Clash;

        public sealed record Guid(string Text);

        [Table]
        public partial record Hiding([PartitionKey] System.Guid Id, Guid Own, DateTimeOffset Uri);
        """);

    [Fact]
    public void Composed_keys_and_indexes() => Matches("OrderLine", """
        namespace Shop;

        public enum Status { Open, Shipped }

        [Table(Type = "line")]
        [PrimaryKey("CUSTOMER#{Customer}", "ORDER#{Order}#LINE#{Number:D4}")]
        [Index("gsi1", "STATUS#{Status}", "{ShippedAt}")]
        [Index("by-product", "PRODUCT#{Product}#{Warehouse}")]
        public sealed partial record OrderLine(
            string Customer, string Order, int Number, string Product, Status? Status, string Warehouse,
            [IndexSortKey("byPrice")] decimal Price, DateTimeOffset? ShippedAt = null, [Version] int Version = 0);
        """);

    [Fact]
    public void A_key_of_a_time_in_the_partition_of_its_day() => Matches("Slot", """
        [Table]
        [PrimaryKey("ROOM#{Room}#DAY#{From:yyyy-MM-dd}", "{From}")]
        [Index("byDay", "DAY#{From:yyyy-MM-dd}", "{From:HH:mm}#{Room}")]
        [Index("byFloor", "FLOOR#{Floor:D2}", "{Floor:D2}#{From:yyyy-MM-dd}#{Room}")]
        public sealed partial record Slot(string Room, int Floor, DateTimeOffset From);
        """);

    [Fact]
    public void Properties_that_begin_with_values() => Matches("Grown", """
        using Short = System.TimeSpan;

        public enum Status { Open, Shipped }

        public sealed record Limits(int Most)
        {
            internal const string Any = "any";
            public string Name { get; init; } = Any;
            public Status Status { get; init; } = Status.Shipped;
        }

        [Table]
        public sealed partial record Grown([PartitionKey] string Id, int Level = 3, Short Patience = default, double Weight = 1.5)
        {
            private static readonly Guid Own = new("11111111-1111-1111-1111-111111111111");
            public string Title { get; init; } = string.Empty;
            public Guid Batch { get; init; } = Guid.Empty;
            public Guid Mine { get; init; } = Own;
            public TimeSpan Time { get; init; } = Short.FromDays(7);
            public Limits Limits { get; init; } = new(10) { Name = "some" };
            public Limits? Special { get; init; }
            public List<string> Log { get; init; } = ["d", string.Empty];
            public IReadOnlyDictionary<string, int> Counts { get; init; } = new Dictionary<string, int> { ["a"] = 1 };
            public IReadOnlyList<double> Weights { get; init; } = new[] { 1.5 };
            public HashSet<string> Tags { get; init; } = new(StringComparer.Ordinal);
            public DateTimeOffset From { get; init; } = DateTimeOffset.UnixEpoch + TimeSpan.FromDays(1);
            public Status Status { get; init; }
            public string Name { get; init; } = null!;
        }
        """);

    [Fact]
    public void Indexes_on_plain_attributes() => Matches("Book", """
        [Table]
        public sealed partial record Book(
            [PartitionKey] string Isbn,
            [IndexPartitionKey("byAuthor")] string Author,
            [IndexSortKey("byAuthor")] int Year,
            [IndexPartitionKey("byShelf")] Guid? Shelf);
        """);

    [Fact]
    public void Items_and_values_of_derived_types() => Matches("Payment", """
        namespace Shop;

        [DerivedType(typeof(Circle), "circle")]
        [DerivedType(typeof(Square), "square")]
        public abstract record Shape;
        public sealed record Circle(double Radius) : Shape;
        public sealed record Square(double Side) : Shape;

        [Table]
        [PrimaryKey("PAYMENT#{Id}")]
        [DerivedType(typeof(Card), "card")]
        public partial record Payment(Guid Id, Shape? Seal, [Version] long Version = 0);

        public record Card(Guid Id, Shape? Seal, string Number, long Version = 0) : Payment(Id, Seal, Version);
        """);

    [Fact]
    public void A_value_with_a_converter() => Matches("Invoice", """
        using Amazon.DynamoDBv2.Model;
        using Framework.DynamoDB.Values;

        public readonly record struct Money(decimal Amount);

        public sealed class MoneyConverter : IAttributeConverter<Money>
        {
            public static AttributeValue Write(Money value) => NumberValue.Of(value.Amount);

            public static Money Read(StoredValue stored) => new(NumberValue.ToNumber<decimal>(stored));
        }

        [Table]
        public sealed partial record Invoice(
            [PartitionKey] string Id, [Converter(typeof(MoneyConverter))] Money Total,
            [Converter(typeof(MoneyConverter))] Money? Rebate);
        """);

    [Fact]
    public void Values_that_are_unique() => Matches("User", """
        [Table]
        public partial record User([PartitionKey] string Id, [Unique] string Email, [Unique, AttributeName("no")] int? Badge);
        """);

    [Fact]
    public void A_view_of_an_item() => Matches("BookTitle", """
        namespace Shop;

        public enum Status { Listed, Sold }

        public sealed record Address(string Street);

        [Table]
        [PrimaryKey("BOOK#{Isbn}")]
        public sealed partial record Book(
            string Isbn, string Title, Status? Status, Address From, int Count = 1, [ExpiresAt] DateTimeOffset? Until = null);

        [Projection(typeof(Book))]
        public sealed partial record BookTitle(string Title, Status? Status, int Count, DateTimeOffset? Until)
        {
            public required Address From { get; init; }
            public string Shown => $"{Title} ({Count})";
        }
        """);

    private static void Matches(string name, string source) =>
        Snapshot.Matches(name, TableCompilation.Generate(source)[^1]);
}
