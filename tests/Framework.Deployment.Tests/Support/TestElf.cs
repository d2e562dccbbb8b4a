using System.Buffers.Binary;
using System.Text;

namespace Framework.Deployment.Tests.Support;

/// <summary>Writes a Linux binary that holds nothing but what it needs.</summary>
internal static class TestElf
{
    private const int Header = 64;
    private const int Section = 64;

    /// <param name="machine">The processor: 62 is x86-64, 183 is AArch64.</param>
    /// <param name="needs">For each library the versions of it that are needed.</param>
    public static byte[] Write(int machine, params string[][] needs)
    {
        var names = new MemoryStream();
        names.WriteByte(0);
        var versions = needs.Length == 0 ? [] : Versions(needs, names);
        var file = new byte[Header + versions.Length + names.Length + (3 * Section)];
        "\u007fELF"u8.CopyTo(file);
        file[4] = 2;
        file[5] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(18), (ushort)machine);
        var table = Header + versions.Length + (int)names.Length;
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(40), (ulong)table);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(58), Section);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(60), 3);
        versions.CopyTo(file, Header);
        names.ToArray().CopyTo(file, Header + versions.Length);
        WriteSection(file.AsSpan(table + Section), needs.Length == 0 ? 0 : 0x6ffffffeu, Header, versions.Length, link: 2);
        WriteSection(file.AsSpan(table + (2 * Section)), 3, Header + versions.Length, (int)names.Length, link: 0);
        return file;
    }

    private static byte[] Versions(string[][] needs, MemoryStream names)
    {
        var bytes = new MemoryStream();
        Span<byte> entry = stackalloc byte[16];
        foreach (var (index, library) in needs.Index())
        {
            entry.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], 16);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[12..], index == needs.Length - 1 ? 0u : (uint)(16 + (16 * library.Length)));
            bytes.Write(entry);
            foreach (var (place, version) in library.Index())
            {
                entry.Clear();
                BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], (uint)names.Length);
                BinaryPrimitives.WriteUInt32LittleEndian(entry[12..], place == library.Length - 1 ? 0u : 16u);
                bytes.Write(entry);
                names.Write(Encoding.ASCII.GetBytes($"{version}\0"));
            }
        }
        return bytes.ToArray();
    }

    private static void WriteSection(Span<byte> section, uint type, int offset, int size, uint link)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(section[4..], type);
        BinaryPrimitives.WriteUInt64LittleEndian(section[24..], (ulong)offset);
        BinaryPrimitives.WriteUInt64LittleEndian(section[32..], (ulong)size);
        BinaryPrimitives.WriteUInt32LittleEndian(section[40..], link);
    }
}
