using System.Buffers.Text;
using System.Security.Cryptography;
using Framework.DynamoDB.Errors;

namespace Framework.DynamoDB.Paging;

/// <summary>Encrypts the place where a page ended into a cursor, which only the same query can decrypt.</summary>
/// <remarks>AES-256-GCM: the key's value stays hidden, and the query's scope is authenticated with it. A random nonce of
/// 96 bits is safe for 2^32 cursors a key (NIST SP 800-38D, 8.3).</remarks>
/// <param name="key">Gives the key of 32 bytes.</param>
internal sealed class CursorProtector(Func<ReadOnlyMemory<byte>> key)
{
    private const byte Format = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int HeadSize = 1 + NonceSize + TagSize;

    // The limit of a cursor. The keys of an index and of its table have up to 4,096 bytes; base64 makes a binary key a third
    // longer, and then the whole cursor.
    private const int MaxLength = 8192;

    public string Seal(IReadOnlyList<KeyValue> keys, ReadOnlySpan<byte> scope)
    {
        var text = Write(keys);
        var sealedText = new byte[HeadSize + text.Length];
        var nonce = sealedText.AsSpan(1, NonceSize);
        var tag = sealedText.AsSpan(1 + NonceSize, TagSize);
        sealedText[0] = Format;
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key().Span, TagSize);
        aes.Encrypt(nonce, text, sealedText.AsSpan(HeadSize), tag, scope);
        return Base64Url.EncodeToString(sealedText);
    }

    public IReadOnlyList<KeyValue> Open(string cursor, ReadOnlySpan<byte> scope)
    {
        using var aes = new AesGcm(key().Span, TagSize);
        try
        {
            var sealedText = cursor.Length <= MaxLength ? Base64Url.DecodeFromChars(cursor) : [];
            if (sealedText.Length <= HeadSize || sealedText[0] != Format)
                throw new InvalidCursorException();
            var nonce = sealedText.AsSpan(1, NonceSize);
            var tag = sealedText.AsSpan(1 + NonceSize, TagSize);
            var text = new byte[sealedText.Length - HeadSize];
            aes.Decrypt(nonce, sealedText.AsSpan(HeadSize), tag, text, scope);
            return Read(text);
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            throw new InvalidCursorException(exception);
        }
    }

    private static byte[] Write(IReadOnlyList<KeyValue> keys)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var key in keys)
        {
            writer.Write(key.Type);
            writer.Write(key.Text);
        }
        return stream.ToArray();
    }

    private static List<KeyValue> Read(byte[] text)
    {
        using var reader = new BinaryReader(new MemoryStream(text));
        var keys = new List<KeyValue>();
        while (reader.BaseStream.Position < text.Length)
            keys.Add(new(reader.ReadString(), reader.ReadString()));
        return keys;
    }
}
