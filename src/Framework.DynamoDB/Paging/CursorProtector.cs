using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Framework.DynamoDB.Errors;

namespace Framework.DynamoDB.Paging;

/// <summary>Seals the place where a page ended, so that only the same query can open it.</summary>
/// <remarks>AES-256-GCM: the key's value stays hidden, and the query's scope is authenticated with it. A random nonce of
/// 96 bits is safe for 2^32 cursors a key (NIST SP 800-38D, 8.3).</remarks>
/// <param name="key">Gives the key of 32 bytes.</param>
internal sealed class CursorProtector(Func<ReadOnlyMemory<byte>> key)
{
    private const byte Format = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int HeadSize = 1 + NonceSize + TagSize;

    // A sort key is at most 1,024 bytes, and a number's or binary's text at most half as long again.
    private const int MaxLength = 4096;

    public string Seal(KeyValue sort, ReadOnlySpan<byte> scope)
    {
        var text = Encoding.UTF8.GetBytes(sort.Type + sort.Text);
        var sealedText = new byte[HeadSize + text.Length];
        var nonce = sealedText.AsSpan(1, NonceSize);
        var tag = sealedText.AsSpan(1 + NonceSize, TagSize);
        sealedText[0] = Format;
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key().Span, TagSize);
        aes.Encrypt(nonce, text, sealedText.AsSpan(HeadSize), tag, scope);
        return Base64Url.EncodeToString(sealedText);
    }

    public KeyValue Open(string cursor, ReadOnlySpan<byte> scope)
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
            return new(Encoding.UTF8.GetString(text, 0, 1), Encoding.UTF8.GetString(text, 1, text.Length - 1));
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            throw new InvalidCursorException(exception);
        }
    }
}
