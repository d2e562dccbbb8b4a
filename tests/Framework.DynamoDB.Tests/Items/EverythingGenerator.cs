using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Framework.DynamoDB.Tests.Items;

/// <summary>Makes random items with a value in every property, from within what DynamoDB can hold.</summary>
public static class EverythingGenerator
{
    private static readonly Gen<string> Text = Any<NonNull<string>>().Select(text => text.Get);

    private static readonly Gen<string> Name = Any<NonEmptyString>().Select(text => text.Get);

    private static readonly Gen<Address> Plain =
        from street in Text
        from city in Maybe(Text)
        from lines in List(Text)
        select new Address(street, city) { Lines = lines };

    private static readonly Gen<Address> Address =
        from address in Plain
        from previous in Maybe(Plain)
        select address with { Previous = previous };

    private static readonly Gen<double> Double = Any<double>()
        .Where(number => number == 0 || (Math.Abs(number) > 1e-130 && Math.Abs(number) < 1e125));

    private static readonly Gen<BigInteger> Whole =
        from high in Any<long>()
        from low in Any<long>()
        select new BigInteger(high) * low;

    private static readonly Gen<Point> Point =
        from x in Double
        from y in Double
        select new Point(x, y);

    private static readonly Gen<JsonElement> Json = Gen.Elements(
        """{"a":[1,2.50,-3e10,"x",true,null],"b":{},"c":{"d":[]}}""", "[]", "\"text\"", "0", "false", "null", "12345678901234567890")
        .Select(text => JsonDocument.Parse(text).RootElement);

    private static readonly Gen<Shape> Shape = Gen.OneOf(
        Double.Select(radius => (Shape)new Circle(radius)),
        Point.Select(corner => (Shape)new Square(corner)),
        Any<int>().Select(number => (Shape)new RoundedSquare(new(number, 1), number)),
        Gen.Constant((Shape)new Shape("plain")));

    public static Gen<Everything> Items { get; } = Start()
        .With(Any<byte>(), (item, value) => item with { Byte = value })
        .With(Any<sbyte>(), (item, value) => item with { SByte = value })
        .With(Any<short>(), (item, value) => item with { Int16 = value })
        .With(Any<ushort>(), (item, value) => item with { UInt16 = value })
        .With(Gen.OneOf(Any<int>(), Gen.Elements(int.MinValue, int.MaxValue)), (item, value) => item with { Int32 = value })
        .With(Any<uint>(), (item, value) => item with { UInt32 = value })
        .With(Gen.OneOf(Any<long>(), Gen.Elements(long.MinValue, long.MaxValue)), (item, value) => item with { Int64 = value })
        .With(Gen.OneOf(Any<ulong>(), Gen.Constant(ulong.MaxValue)), (item, value) => item with { UInt64 = value })
        .With(Whole, (item, value) => item with { Int128 = (Int128)value })
        .With(Whole, (item, value) => item with { BigInteger = value })
        .With(Any<short>(), (item, value) => item with { Half = (Half)(value / 8f) })
        .With(Any<float>().Where(float.IsFinite), (item, value) => item with { Single = value })
        .With(Double, (item, value) => item with { Double = value })
        .With(
            Gen.OneOf(Any<decimal>(), Gen.Elements(decimal.MinValue, decimal.MaxValue, 0.0000000000000000000000000001m)),
            (item, value) => item with { Decimal = value })
        .With(Any<bool>(), (item, value) => item with { Boolean = value })
        .With(Gen.Elements('a', 'Z', ' ', 'é', '€'), (item, value) => item with { Char = value })
        .With(Any<Guid>(), (item, value) => item with { Guid = value })
        .With(Any<DateTimeOffset>(), (item, value) => item with { Time = value })
        .With(Any<DateTime>(), (item, value) => item with
        {
            Date = DateOnly.FromDateTime(value),
            TimeOfDay = TimeOnly.FromDateTime(value).Add(TimeSpan.FromTicks(1)),
        })
        .With(Any<TimeSpan>(), (item, value) => item with { Duration = value })
        .With(Any<byte[]>(), (item, value) => item with { Bytes = value ?? [], Memory = (value ?? []).AsMemory((value ?? []).Length / 2) })
        .With(Json, (item, value) => item with { Json = value })
        .With(Gen.Elements(Enum.GetValues<Priority>()), (item, value) => item with { Priority = value, Rank = value })
        .With(Any<Rights>(), (item, value) => item with { Rights = value | Rights.Share })
        .With(Address, (item, value) => item with { Address = value })
        .With(Point, (item, value) => item with { Point = value })
        .With(Maybe(Text), (item, value) => item with { MaybeText = value })
        .With(Any<int?>(), (item, value) => item with { MaybeNumber = value })
        .With(Any<bool?>(), (item, value) => item with { MaybeBoolean = value })
        .With(Any<Guid?>(), (item, value) => item with { MaybeGuid = value })
        .With(Any<Priority?>(), (item, value) => item with { MaybePriority = value })
        .With(Maybe(Address), (item, value) => item with { MaybeAddress = value, MaybeBytes = value is null ? null : [1, 2] })
        .With(Point, (item, value) => item with { MaybePoint = value.X > 0 ? value : null })
        .With(Json, (item, value) => item with { MaybeJson = item.Boolean ? value : null })
        .With(List(Any<int>()), (item, value) => item with { MaybeList = item.Boolean ? value : null, Array = [.. value] })
        .With(List(Name), (item, value) => item with { List = value, Texts = [.. value], MaybeSet = value.Count > 0 ? value.ToHashSet() : null })
        .With(List(Any<Guid>()), (item, value) => item with { ImmutableArray = [.. value] })
        .With(List(Any<int?>()), (item, value) => item with { Gaps = value, TextGaps = [.. value.Select(number => number?.ToString("x8"))] })
        .With(List(List(Any<decimal>())), (item, value) => item with { Lists = value })
        .With(List(Address), (item, value) => item with
        {
            Addresses = value,
            AddressMap = value.Select((address, index) => (address, index)).ToDictionary(pair => $"{pair.index}", pair => pair.address),
        })
        .With(List(Any<int>()), (item, value) => item with
        {
            Numbers = value.ToHashSet(),
            Map = value.Distinct().ToDictionary(number => $"{number}"),
            Priorities = value.Select(number => (Priority)Math.Abs(number % 3)).ToHashSet(),
            Binaries = [.. value.Distinct().Select(BitConverter.GetBytes)],
        })
        .With(List(Any<int>()), (item, value) => item with
        {
            SortedMap = new(value.Distinct().ToDictionary(number => $"{number}"), StringComparer.Ordinal),
            ImmutableMap = value.Distinct().ToImmutableDictionary(number => $"{number}"),
            MaybeMap = value.Distinct().ToImmutableDictionary(number => $"{number}", number => number > 0 ? number : (int?)null),
            ImmutableSortedMap = value.Distinct().ToImmutableSortedDictionary(
                number => $"{number}", number => new Address($"{number}", null), StringComparer.Ordinal),
            ImmutableList = [.. value],
            ImmutableNumbers = [.. value],
            SortedNumbers = [.. value],
        })
        .With(List(Name), (item, value) => item with { ImmutableTexts = [.. value], Words = [.. value.Select(word => word.Replace(' ', '_'))] })
        .With(List(Shape), (item, value) => item with { Shapes = value, Shape = value.FirstOrDefault() })
        .With(Any<decimal>(), (item, value) => item with { Price = new(value, "EUR"), MaybePrice = value > 0 ? new(value, "") : null })
        .With(Text, (item, value) => item with { Renamed = value });

    private static Gen<T> Any<T>() => ArbMap.Default.GeneratorFor<T>();

    private static Gen<T?> Maybe<T>(Gen<T> values)
        where T : class => Gen.OneOf(values.Select(value => (T?)value), Gen.Constant<T?>(null));

    private static Gen<List<T>> List<T>(Gen<T> values) => values.ListOf().Select(list => list.ToList());

    private static Gen<Everything> With<T>(this Gen<Everything> items, Gen<T> values, Func<Everything, T, Everything> set) =>
        from item in items
        from value in values
        select set(item, value);

    private static Gen<Everything> Start() => Name.Select(name => new Everything(name)
    {
        Byte = 0,
        SByte = 0,
        Int16 = 0,
        UInt16 = 0,
        Int32 = 0,
        UInt32 = 0,
        Int64 = 0,
        UInt64 = 0,
        Int128 = 0,
        BigInteger = 0,
        Half = default,
        Single = 0,
        Double = 0,
        Decimal = 0,
        Boolean = false,
        Char = 'a',
        Guid = default,
        Time = default,
        Date = default,
        TimeOfDay = default,
        Duration = default,
        Bytes = [],
        Address = new("", null),
        Price = default,
    });
}
