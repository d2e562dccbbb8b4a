using Framework.LocalDynamoDB.Values;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Framework.LocalDynamoDB.Tests.Values;

public sealed class ItemCodecTests
{
    [Property(Arbitrary = [typeof(Items)])]
    public void An_item_read_back_is_the_same(ItemBox box) =>
        Assert.True(box.Item.HasSameAs(ItemCodec.Decode(ItemCodec.Encode(box.Item))));

    [Fact]
    public void Sizes_follow_the_developer_guide()
    {
        DynamoNumber.TryParse("123.45", out var number);
        var item = new Item
        {
            ["ä"] = new StringValue("ÿ"),
            ["n"] = new NumberValue(number),
            ["l"] = new ListValue([new BooleanValue(true), NullValue.Instance]),
            ["m"] = new MapValue(new Item { ["k"] = new BinaryValue([1, 2, 3]) }),
        };
        // 2+2 for the text, 1+4 for the number, 1+(3+2*(1+1)) for the list, 1+(3+1+1+3) for the map.
        Assert.Equal(4 + 5 + 8 + 9, item.Size);
    }

    /// <summary>The item type itself is internal.</summary>
    public sealed class ItemBox
    {
        internal Item Item { get; init; } = [];
    }

    public static class Items
    {
        public static Arbitrary<ItemBox> Box() => Item(3).Select(item => new ItemBox { Item = item }).ToArbitrary();

        private static Gen<Item> Item(int depth) =>
            from members in Gen.Zip(Gen.Elements("a", "b c", "\"q\"", "ü", "😀"), Value(depth)).ArrayOf()
            select members.Aggregate(new Item(), (item, member) =>
            {
                item[member.Item1] = member.Item2;
                return item;
            });

        private static Gen<AttributeValue> Value(int depth)
        {
            var text = Gen.Elements("", "x", "\u0000\n\"\\", "😀ÿ</script>").Select(AttributeValue (t) => new StringValue(t));
            var number = Gen.Choose(-1000, 1000).Select(AttributeValue (n) => new NumberValue(DynamoNumber.FromInt64(n)));
            var binary = Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().Select(AttributeValue (b) => new BinaryValue(b));
            var scalar = Gen.OneOf(
                text, number, binary, Gen.Elements<AttributeValue>(new BooleanValue(true), NullValue.Instance),
                number.Select(AttributeValue (n) => new SetValue(AttributeType.NS, [n])),
                text.Select(AttributeValue (t) => new SetValue(AttributeType.SS, [t])));
            return depth == 0 ? scalar : Gen.OneOf(
                scalar,
                Value(depth - 1).ArrayOf().Select(AttributeValue (elements) => new ListValue([.. elements])),
                Item(depth - 1).Select(AttributeValue (members) => new MapValue(members)));
        }
    }
}
