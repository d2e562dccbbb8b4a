using System.Buffers.Text;
using System.Security.Cryptography;

namespace Framework.Local.WebSockets;

/// <summary>Ids of connections as API Gateway gives them: <c>L0SM9cOFvHcCIhw=</c>.</summary>
internal static class ConnectionIds
{
    private const int Bytes = 11;
    private const int Length = 16;

    public static string New() => $"{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes))}=";

    /// <summary>Whether a text may be an id.</summary>
    public static bool IsValid(string text) =>
        text.Length == Length && text[^1] == '=' && text.AsSpan(0, Length - 1).IndexOfAnyExcept(Letters) < 0;

    private static ReadOnlySpan<char> Letters => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
}
