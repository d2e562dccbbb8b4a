using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Framework.Tokens;

/// <summary>A signed text in three parts of base64url, with or without padding.</summary>
internal sealed record SignedText(byte[] Header, byte[] Payload, byte[] Signature, byte[] Text)
{
    /// <summary>Takes a text apart; null where it is not one.</summary>
    public static SignedText? Parse(string token)
    {
        var end = token.LastIndexOf('.');
        var parts = token.Split('.');
        return parts.Length == 3 && Decode(parts[0]) is { } header && Decode(parts[1]) is { } payload && Decode(parts[2]) is { } signature
            ? new SignedText(header, payload, signature, Encoding.ASCII.GetBytes(token[..end]))
            : null;
    }

    /// <summary>Whether a key signed it with ECDSA and SHA-256.</summary>
    public bool IsSignedBy(ECDsa key) => key.VerifyData(Text, Signature, HashAlgorithmName.SHA256);

    private static byte[]? Decode(string part)
    {
        var text = part.AsSpan().TrimEnd('=');
        return !text.IsEmpty && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
    }
}
