using System.Security.Cryptography;

namespace Framework.LocalDynamoDB.Http;

/// <summary>The x-amzn-RequestId of a response: 52 capital letters and digits.</summary>
internal static class RequestId
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static readonly string Process = RandomNumberGenerator.GetString(Alphabet, 39);

    /// <summary>Unique within the process by the count, and between processes by its random part.</summary>
    public static string Create(long count) => string.Create(52, count, static (id, count) =>
    {
        Process.CopyTo(id);
        for (var i = id.Length - 1; i >= Process.Length; i--, count /= Alphabet.Length)
            id[i] = Alphabet[(int)(count % Alphabet.Length)];
    });
}
