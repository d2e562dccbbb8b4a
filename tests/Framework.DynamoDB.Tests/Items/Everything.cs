using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;

namespace Framework.DynamoDB.Tests.Items;

/// <summary>One property of each kind that can be stored.</summary>
[Table]
public sealed partial record Everything([PartitionKey] string Name)
{
    public required byte Byte { get; init; }
    public required sbyte SByte { get; init; }
    public required short Int16 { get; init; }
    public required ushort UInt16 { get; init; }
    public required int Int32 { get; init; }
    public required uint UInt32 { get; init; }
    public required long Int64 { get; init; }
    public required ulong UInt64 { get; init; }
    public required Int128 Int128 { get; init; }
    public required BigInteger BigInteger { get; init; }
    public required Half Half { get; init; }
    public required float Single { get; init; }
    public required double Double { get; init; }
    public required decimal Decimal { get; init; }
    public required bool Boolean { get; init; }
    public required char Char { get; init; }
    public required Guid Guid { get; init; }
    public required DateTimeOffset Time { get; init; }
    public required DateOnly Date { get; init; }
    public required TimeOnly TimeOfDay { get; init; }
    public required TimeSpan Duration { get; init; }
    public required byte[] Bytes { get; init; }
    public ReadOnlyMemory<byte> Memory { get; init; }
    public JsonElement Json { get; init; }
    public Priority Priority { get; init; } = Priority.Normal;
    [AsNumber] public Priority Rank { get; init; }
    public Rights Rights { get; init; }
    public required Address Address { get; init; }
    public Point Point { get; init; }

    public string? MaybeText { get; init; }
    public int? MaybeNumber { get; init; }
    public bool? MaybeBoolean { get; init; }
    public Guid? MaybeGuid { get; init; }
    public Priority? MaybePriority { get; init; }
    public Address? MaybeAddress { get; init; }
    public Point? MaybePoint { get; init; }
    public byte[]? MaybeBytes { get; init; }
    public JsonElement? MaybeJson { get; init; }
    public IReadOnlyList<int>? MaybeList { get; init; }
    public IReadOnlySet<string>? MaybeSet { get; init; }

    public List<string> List { get; init; } = [];
    public int[] Array { get; init; } = [];
    public ImmutableArray<Guid> ImmutableArray { get; init; } = [];
    public IReadOnlyList<int?> Gaps { get; init; } = [];
    public IReadOnlyList<string?> TextGaps { get; init; } = [];
    public IReadOnlyList<IReadOnlyList<decimal>> Lists { get; init; } = [];
    public IReadOnlyList<Address> Addresses { get; init; } = [];
    public Dictionary<string, int> Map { get; init; } = [];
    public IReadOnlyDictionary<string, Address> AddressMap { get; init; } = new Dictionary<string, Address>();
    public HashSet<string> Texts { get; init; } = [];
    public ISet<int> Numbers { get; init; } = new HashSet<int>();
    public IReadOnlySet<Priority> Priorities { get; init; } = new HashSet<Priority>();
    public SortedDictionary<string, int> SortedMap { get; init; } = [];
    public ImmutableDictionary<string, int> ImmutableMap { get; init; } = ImmutableDictionary<string, int>.Empty;
    public IImmutableDictionary<string, int?>? MaybeMap { get; init; }
    public ImmutableSortedDictionary<string, Address> ImmutableSortedMap { get; init; } =
        ImmutableSortedDictionary<string, Address>.Empty;
    public ImmutableList<int> ImmutableList { get; init; } = [];
    public ImmutableHashSet<string> ImmutableTexts { get; init; } = [];
    public ImmutableSortedSet<int> ImmutableNumbers { get; init; } = [];
    public SortedSet<int> SortedNumbers { get; init; } = [];
    public Shape? Shape { get; init; }
    public IReadOnlyList<Shape> Shapes { get; init; } = [];
    public required Money Price { get; init; }
    public Money? MaybePrice { get; init; }
    [Converter(typeof(WordsConverter))] public IReadOnlyList<string> Words { get; init; } = [];
    public HashSet<byte[]> Binaries { get; init; } = [];

    [AttributeName("short")] public string Renamed { get; init; } = "";
    [Ignore] public object? Ignored { get; init; }
    public string Computed => Name + Int32;
}
