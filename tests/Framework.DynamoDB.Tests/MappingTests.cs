using System.Numerics;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Tests.Items;
using Framework.DynamoDB.Values;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Framework.DynamoDB.Tests;

/// <summary>How items become attributes and come back.</summary>
public sealed class MappingTests
{
    [Property]
    public Property Any_item_comes_back_from_its_attributes() =>
        Prop.ForAll(EverythingGenerator.Items.ToArbitrary(), item =>
            Assert.Equal(FullText.Of(item), FullText.Of(Read<Everything>(Write(item)))));

    [Property]
    public Property Any_item_comes_back_from_a_Document_of_the_SDK() =>
        Prop.ForAll(EverythingGenerator.Items.ToArbitrary(), item =>
        {
            var attributes = Write(item).ToDictionary(entry => entry.Key, entry => Filled(entry.Value));

            Assert.Equal(
                FullText.Of(Read<Everything>(attributes)),
                FullText.Of(Read<Everything>(Document.FromAttributeMap(attributes).ToAttributeMap())));
        });

    [Fact]
    public void A_problem_does_not_grow_with_the_key_of_a_map() => Assert.InRange(
        Assert.Single(new InvalidValueException(new string('k', 100_000), "Must not hold an empty name.").Problem.Errors!).Key.Length, 1, 501);

    [Fact]
    public void What_the_SDK_s_mapper_wrote_is_read_and_the_other_way_round()
    {
        using var client = new AmazonDynamoDBClient("none", "none", RegionEndpoint.USEast1);
        using var context = new DynamoDBContextBuilder().WithDynamoDBClient(() => client)
            .ConfigureContext(config =>
            {
                config.DisableFetchingTableMetadata = true;
                config.Conversion = DynamoDBEntryConversion.V2;
            }).Build();
        var theirs = new ForeignReading
        {
            Sensor = Guid.NewGuid(),
            Number = 7,
            Value = 1.50m,
            Log = ["a", "b"],
            Tags = ["x"],
            Codes = [1, 2],
            Raw = [0, 255],
        };

        var ours = Read<Reading>(context.ToDocument(theirs).ToAttributeMap());
        var again = context.FromDocument<ForeignReading>(Document.FromAttributeMap(Write(ours)));

        Assert.Equal(
            FullText.Of(new Reading(theirs.Sensor, 7, 1.5m)
            {
                Log = ["a", "b"],
                Tags = theirs.Tags,
                Codes = theirs.Codes,
                Raw = [0, 255],
            }),
            FullText.Of(ours));
        Assert.Equal(FullText.Of(theirs), FullText.Of(again));
    }

    [Fact]
    public void Attributes_are_named_in_camelCase_and_null_is_absent()
    {
        var attributes = Write(new TodoItem("alice", Guid.Empty, "Buy milk", false, DateTimeOffset.UnixEpoch));

        Assert.Equal(["completed", "createdAt", "id", "owner", "title", "version"], attributes.Keys.Order());
        Assert.Equal("1970-01-01T00:00:00.0000000Z", attributes["createdAt"].S);
    }

    [Fact]
    public void An_absent_attribute_is_read_as_its_default()
    {
        var reading = Read<Reading>(new()
        {
            ["sensor"] = new() { S = $"{Guid.Empty}" },
            ["number"] = new() { N = "1" },
            ["raw"] = new() { B = new() },
            ["note"] = new() { NULL = true },
        });

        Assert.Equal((0m, null, null, default(Priority)), (reading.Value, reading.Note, reading.Count, reading.Priority));
        Assert.Empty(reading.Log);
        Assert.Empty(reading.Tags);
    }

    [Theory]
    [InlineData("2026-11-23T20:15:00.0000000Z")]
    [InlineData("2026-11-23T20:15:00Z")]
    [InlineData("2026-11-23T20:15Z")]
    [InlineData("2026-11-23T20:15:00")]
    [InlineData("2026-11-23T20:15:00.0000000")]
    [InlineData("2026-11-23T22:15:00.0000000+02:00")]
    public void A_time_that_others_wrote_is_read_and_is_in_UTC_unless_it_has_an_offset(string text)
    {
        var attributes = Write(new TodoItem("alice", Guid.Empty, "Buy milk", false, DateTimeOffset.UnixEpoch));
        attributes["createdAt"] = new() { S = text };

        Assert.Equal(new(2026, 11, 23, 20, 15, 0, TimeSpan.Zero), Read<TodoItem>(attributes).CreatedAt);
    }

    [Theory]
    [InlineData("owner", null, "missing")]
    [InlineData("id", "not a GUID", "GUID")]
    [InlineData("createdAt", "yesterday", "ISO 8601")]
    [InlineData("completed", "true", "true or false")]
    [InlineData("version", "1", "a number that fits Int64")]
    public void An_attribute_that_its_property_cannot_hold_is_named(string name, string? text, string expected)
    {
        var attributes = Write(new TodoItem("alice", Guid.Empty, "Buy milk", false, DateTimeOffset.UnixEpoch));
        attributes.Remove(name);
        if (text is not null)
            attributes[name] = new() { S = text };

        var fault = Assert.Throws<InvalidDataException>(() => Read<TodoItem>(attributes));

        Assert.Contains($"'{name}'", fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_DynamoDB_cannot_hold_in_full_is_refused()
    {
        Assert.Throws<InvalidValueException>(() => NumberValue.Of(double.NaN));
        Assert.Throws<InvalidValueException>(() => NumberValue.Of(double.PositiveInfinity));
        Assert.Throws<InvalidValueException>(() => NumberValue.Of(1e126));
        Assert.Throws<InvalidValueException>(() => NumberValue.Of(1e-131));
        Assert.Throws<InvalidValueException>(() => NumberValue.Of(Int128.MaxValue));
        Assert.Throws<InvalidValueException>(() => NumberValue.Of(BigInteger.Pow(10, 126)));
        Assert.Equal(new string('9', 38), NumberValue.Of(BigInteger.Pow(10, 38) - 1).N);
        Assert.Equal("1" + new string('0', 125), NumberValue.Of(BigInteger.Pow(10, 125)).N);
        Assert.Equal("1E+125", NumberValue.Of(1e125).N);
        Assert.Equal("1E-130", NumberValue.Of(1e-130).N);
    }

    private static Dictionary<string, AttributeValue> Write<T>(T item)
        where T : class, ITableItem<T> => T.Write(item);

    private static T Read<T>(Dictionary<string, AttributeValue> attributes)
        where T : class, ITableItem<T> => T.Read(attributes);

    // A Document loses what is empty.
    private static AttributeValue Filled(AttributeValue value) => value switch
    {
        { S: "" } => new() { S = "x" },
        { B.Length: 0 } => new() { B = new([1]) },
        { BS: { Count: > 0 } elements } => new() { BS = [.. elements.Where(element => element.Length > 0), new([9, 9, 9])] },
        { SS: { Count: > 0 } elements } when elements.Contains("") =>
            new() { SS = [.. elements.Where(element => element.Length > 0), "x"] },
        { IsLSet: true } => new() { L = [.. value.L.Select(Filled)] },
        { IsMSet: true } => new() { M = value.M.ToDictionary(entry => entry.Key, entry => Filled(entry.Value)) },
        _ => value,
    };
}
