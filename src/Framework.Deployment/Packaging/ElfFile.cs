using System.Buffers.Binary;
using System.Text;

namespace Framework.Deployment.Packaging;

/// <summary>What a Linux binary says of itself: its processor, and the versions of shared libraries that it needs.</summary>
/// <param name="Machine">The processor, as the format numbers it: 62 is x86-64, 183 is AArch64.</param>
/// <param name="Needs">Names such as <c>GLIBC_2.34</c>.</param>
/// <remarks>See <see href="https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/symversion.html">symbol
/// versions</see> in the Linux Standard Base.</remarks>
internal sealed record ElfFile(int Machine, IReadOnlyList<string> Needs)
{
    public const int X64 = 62;
    public const int Arm64 = 183;

    private const int HeaderSize = 64;
    private const int SectionSize = 64;
    private const uint VersionNeeds = 0x6ffffffe;

    /// <summary>Whether the bytes begin as such a file does.</summary>
    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith("\u007fELF"u8);

    /// <summary>Reads a file of 64 bits in little-endian order, which both processors of Lambda use.</summary>
    /// <exception cref="InvalidDataException">The file is of another kind, or is damaged.</exception>
    public static ElfFile Read(ReadOnlySpan<byte> file)
    {
        try
        {
            if (file[4] != 2 || file[5] != 1)
                throw new InvalidDataException("it is not a little-endian binary of 64 bits");
            return new ElfFile(BinaryPrimitives.ReadUInt16LittleEndian(file[18..]), ReadNeeds(file));
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("it is cut off or damaged", exception);
        }
    }

    private static List<string> ReadNeeds(ReadOnlySpan<byte> file)
    {
        var table = Offset(file[40..]);
        var size = BinaryPrimitives.ReadUInt16LittleEndian(file[58..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(file[60..]);
        if (file.Length < HeaderSize || (count > 0 && size < SectionSize))
            throw new InvalidDataException("it is cut off or damaged");
        var needs = new List<string>();
        for (var index = 0; index < count; index++)
        {
            var section = file.Slice(table + (index * size), SectionSize);
            if (BinaryPrimitives.ReadUInt32LittleEndian(section[4..]) != VersionNeeds)
                continue;
            var names = file.Slice(table + ((int)BinaryPrimitives.ReadUInt32LittleEndian(section[40..]) * size), SectionSize);
            Add(needs, Content(file, section), Content(file, names));
        }
        return needs;
    }

    // A list of libraries, each with a list of versions; each entry says how far it is to the next, 0 for none.
    private static void Add(List<string> needs, ReadOnlySpan<byte> section, ReadOnlySpan<byte> names)
    {
        for (var library = section; ;)
        {
            var version = library[Distance(library[8..])..];
            while (true)
            {
                needs.Add(Text(names[Distance(version[8..])..]));
                if (Distance(version[12..]) is not (> 0 and var next))
                    break;
                version = version[next..];
            }
            if (Distance(library[12..]) is not (> 0 and var following))
                return;
            library = library[following..];
        }
    }

    private static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> file, ReadOnlySpan<byte> section) =>
        file.Slice(Offset(section[24..]), Offset(section[32..]));

    private static int Offset(ReadOnlySpan<byte> bytes) => checked((int)BinaryPrimitives.ReadUInt64LittleEndian(bytes));

    private static int Distance(ReadOnlySpan<byte> bytes) => checked((int)BinaryPrimitives.ReadUInt32LittleEndian(bytes));

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes[..bytes.IndexOf((byte)0)]);
}
