using System.Security.Cryptography;
using System.Text;
using Framework.Local.CommandLine;
using Framework.LocalDynamoDB.Storage;
using Microsoft.IdentityModel.Tokens;

namespace Framework.Local.Data;

/// <summary>The keys of the local cloud: created at the first start, then always the same.</summary>
/// <param name="Signing">Signs tokens.</param>
/// <param name="Cursor">Signs paging cursors.</param>
internal sealed record LocalKeys(RsaSecurityKey Signing, ReadOnlyMemory<byte> Cursor) : IDisposable
{
    private const int RsaBits = 2048;
    private const int CursorBytes = 32;

    /// <summary>Reads the keys of a folder, or makes them. Without a folder the keys end with the process.</summary>
    /// <exception cref="LocalFailureException">A key's file is damaged or cannot be read or written.</exception>
    public static LocalKeys Open(DataFolder? folder) => folder is null
        ? new LocalKeys(WithId(RSA.Create(RsaBits)), RandomNumberGenerator.GetBytes(CursorBytes))
        : new LocalKeys(
            WithId(Keep(folder.SigningKeyFile, () => RSA.Create(RsaBits), rsa => rsa.ExportPkcs8PrivateKeyPem(), ReadRsa)),
            Keep(folder.CursorKeyFile, () => RandomNumberGenerator.GetBytes(CursorBytes), Convert.ToBase64String, ReadCursor));

    public void Dispose() => Signing.Rsa.Dispose();

    private static RsaSecurityKey WithId(RSA rsa)
    {
        var key = new RsaSecurityKey(rsa);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return key;
    }

    private static T Keep<T>(string file, Func<T> make, Func<T, string> write, Func<string, T> read)
    {
        try
        {
            if (File.Exists(file))
                return read(File.ReadAllText(file));
            var made = make();
            WriteWhole(file, write(made));
            return made;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException or FormatException)
        {
            throw new LocalFailureException(
                $"The key file {file} is damaged: delete it or start once with --reset.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LocalFailureException($"The key file {file} cannot be used: {exception.Message}", exception);
        }
    }

    // The file is written under another name and renamed, so that a broken start never leaves half a key.
    private static void WriteWhole(string file, string text)
    {
        var unfinished = $"{file}.{Guid.NewGuid():N}";
        using (var stream = OwnerOnly.Open(unfinished, FileMode.CreateNew))
            stream.Write(Encoding.ASCII.GetBytes(text));
        File.Move(unfinished, file, overwrite: true);
    }

    private static RSA ReadRsa(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        rsa.ExportParameters(includePrivateParameters: true);
        return rsa;
    }

    private static byte[] ReadCursor(string base64) =>
        Convert.FromBase64String(base64) is { Length: CursorBytes } key ? key : throw new FormatException("Not 32 bytes.");
}
