using System.Numerics;
using Amazon.DynamoDBv2.Model;
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
            Assert.Equal(Description.Of(item), Description.Of(Read<Everything>(Write(item)))));

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
            ["priority"] = new() { S = "High" },
            ["raw"] = new() { B = new() },
            ["note"] = new() { NULL = true },
        });

        Assert.Equal((0m, null, null, Priority.High), (reading.Value, reading.Note, reading.Count, reading.Priority));
        Assert.Empty(reading.Log);
        Assert.Empty(reading.Tags);
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
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberValue.Of(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberValue.Of(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberValue.Of(1e126));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberValue.Of(1e-131));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberValue.Of(Int128.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberValue.Of(BigInteger.Pow(10, 126)));
        Assert.Equal(new string('9', 38), NumberValue.Of(BigInteger.Pow(10, 38) - 1).N);
        Assert.Equal("1" + new string('0', 125), NumberValue.Of(BigInteger.Pow(10, 125)).N);
        Assert.Equal("1E+125", NumberValue.Of(1e125).N);
        Assert.Equal("1E-130", NumberValue.Of(1e-130).N);
    }

    private static Dictionary<string, AttributeValue> Write<T>(T item)
        where T : class, ITableItem<T> => T.Write(item);

    private static T Read<T>(Dictionary<string, AttributeValue> attributes)
        where T : class, ITableItem<T> => T.Read(attributes);
}
