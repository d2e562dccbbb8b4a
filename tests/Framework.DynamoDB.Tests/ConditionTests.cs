using System.Text;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;
using FsCheck;
using FsCheck.Fluent;

namespace Framework.DynamoDB.Tests;

/// <summary>Random conditions hold for the items that a model of them says, whichever engine is behind it.</summary>
public abstract class ConditionTests(IEngine engine)
{
    private static readonly Gen<string> Text = Gen.Elements("", "a", "ab", "b", "\u00e9", "\U0001F600");
    private static readonly Gen<string> Full = Text.Where(text => text.Length > 0);
    private static readonly Gen<decimal> Number = Gen.Elements(-1.5m, 0, 1E-19m, 2, 10, 12345678901234567890.5m);
    private static readonly Gen<int> Integer = Gen.Elements(-1, 0, 2, 10);
    private static readonly Gen<byte[]> Bytes = Gen.Elements<byte[]>([], [0], [1, 2], [255]);

    private static readonly Gen<Func<int, Reading>> Items =
        from value in Number
        from note in Text.OrNull()
        from count in Gen.Frequency((1, Gen.Constant((int?)null)), (3, Integer.Select(number => (int?)number)))
        from log in Text.ListOf()
        from tags in Text.ListOf()
        from codes in Integer.ListOf()
        from priority in Gen.Elements(Enum.GetValues<Priority>())
        from raw in Bytes
        select new Func<int, Reading>(number => new(Guid.Empty, number, value, note, count)
        {
            Log = log,
            Tags = tags.Where(tag => tag.Length > 0).ToHashSet(),
            Codes = codes.ToHashSet(),
            Priority = priority,
            Raw = raw,
        });

    [Fact]
    public async Task A_condition_holds_for_the_items_that_it_says()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(engine);
        var items = Items.Sample(25).Select((make, number) => make(number)).ToList();
        await readings.Table.PutManyAsync(items).ThrowOnErrorAsync();

        foreach (var model in Conditions(3).Sample(150))
        {
            var found = await readings.Table.QueryAsync(Reading.Partition(Guid.Empty).Where(model.Condition))
                .Select(item => item.Number).ToListAsync();

            Assert.True(
                items.Where(model.Holds).Select(item => item.Number).SequenceEqual(found),
                $"{model.Text} is said to hold for {string.Join(", ", found.Select(number => items[number]))}");
        }
    }

    private static Gen<Model> Conditions(int depth) => depth == 0
        ? Simple
        : Gen.Frequency(
            (2, Simple),
            (2, from one in Conditions(depth - 1)
                from other in Conditions(depth - 1)
                select one.And(other)),
            (2, from one in Conditions(depth - 1)
                from other in Conditions(depth - 1)
                select one.Or(other)),
            (1, from one in Conditions(depth - 1) select one.Not()));

    private static Gen<Model> Simple => Gen.OneOf(
        Compared("value", Reading.Attributes.Value, Number, item => item.Value, decimal.Compare),
        Compared("count", Reading.Attributes.Count, Integer.Select(number => (int?)number), item => item.Count, Nullable.Compare),
        Compared("note", Reading.Attributes.Note, Text.Select(text => (string?)text), item => item.Note, Utf8),
        Compared(
            "priority", Reading.Attributes.Priority, Gen.Elements(Enum.GetValues<Priority>()), item => item.Priority,
            (one, other) => Utf8($"{one}", $"{other}")),
        Compared(
            "raw", Reading.Attributes.Raw, Bytes, item => item.Raw,
            (one, other) => one.AsSpan().SequenceCompareTo(other)),
        Named("note begins with", Text, Reading.Attributes.Note.StartsWith,
            (item, text) => item.Note?.StartsWith(text, StringComparison.Ordinal) is true),
        Named("note contains", Full, Reading.Attributes.Note.Contains,
            (item, text) => item.Note?.Contains(text, StringComparison.Ordinal) is true),
        Named("log contains", Text, Reading.Attributes.Log.Contains, (item, text) => item.Log.Contains(text)),
        Named("tags contain", Full, Reading.Attributes.Tags.Contains, (item, text) => item.Tags.Contains(text)),
        Named("codes contain", Integer, Reading.Attributes.Codes.Contains, (item, code) => item.Codes.Contains(code)),
        Named("log[1] is", Text, Reading.Attributes.Log[1].IsEqualTo, (item, text) => item.Log.ElementAtOrDefault(1) == text),
        Gen.Constant(new Model("tags exist", Reading.Attributes.Tags.Exists(), item => item.Tags.Count > 0)),
        Gen.Constant(new Model("note is absent", Reading.Attributes.Note.IsAbsent(), item => item.Note is null)));

    private static Gen<Model> Named<TValue>(
        string text, Gen<TValue> values, Func<TValue, Condition<Reading>> condition, Func<Reading, TValue, bool> holds) =>
        values.Select(value => new Model($"{text} '{value}'", condition(value), item => holds(item, value)));

    // What is absent compares with nothing, and differs from everything.
    private static Gen<Model> Compared<TValue>(
        string name, ScalarPath<Reading, TValue> path, Gen<TValue> values, Func<Reading, TValue> read,
        Comparison<TValue> compare)
    {
        return
            from value in values
            from other in values
            from model in Gen.Elements<Model>(
                new($"{name} = {value}", path.IsEqualTo(value), Is(order => order == 0, value)),
                new($"{name} <> {value}", path.IsNotEqualTo(value), item => !Is(order => order == 0, value)(item)),
                new($"{name} < {value}", path.IsLessThan(value), Is(order => order < 0, value)),
                new($"{name} <= {value}", path.IsAtMost(value), Is(order => order <= 0, value)),
                new($"{name} > {value}", path.IsGreaterThan(value), Is(order => order > 0, value)),
                new($"{name} >= {value}", path.IsAtLeast(value), Is(order => order >= 0, value)),
                new($"{name} in {value}, {other}", path.IsIn(value, other),
                    item => Is(order => order == 0, value)(item) || Is(order => order == 0, other)(item)),
                new($"{name} between {value} and {other}", path.IsBetween(value, other),
                    item => Is(order => order >= 0, value)(item) && Is(order => order <= 0, other)(item)))
            select model;

        Func<Reading, bool> Is(Func<int, bool> holds, TValue value) =>
            item => read(item) is { } present && holds(compare(present, value));
    }

    private static int Utf8(string? one, string? other) =>
        Encoding.UTF8.GetBytes(one!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other!));

    private sealed record Model(string Text, Condition<Reading> Condition, Func<Reading, bool> Holds)
    {
        public Model And(Model other) =>
            new($"({Text} and {other.Text})", Condition.And(other.Condition), item => Holds(item) && other.Holds(item));

        public Model Or(Model other) =>
            new($"({Text} or {other.Text})", Condition.Or(other.Condition), item => Holds(item) || other.Holds(item));

        public Model Not() => new($"not {Text}", Condition.Not(), item => !Holds(item));
    }
}
