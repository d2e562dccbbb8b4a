using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Framework.Deployment.Deploying;

/// <summary>The files of the page, ready to upload: those with a hash in their names, which a browser may keep for ever, and the others, for
/// which it asks each time.</summary>
/// <param name="Name">Names the contents; the folder in the bucket.</param>
/// <param name="Hashed">The folder of the files with a hash.</param>
/// <param name="Plain">The folder of the others.</param>
/// <param name="Config">The file that says where the page signs in, written once the stack is there.</param>
internal sealed partial record PageRelease(string Name, string Hashed, string Plain, string Config)
{
    // A deployment writes its own.
    private const string ConfigName = "config.js";

    /// <summary>Copies the files to where they are uploaded from.</summary>
    /// <param name="page">The page's files.</param>
    /// <param name="folder">The folder for the copies, in place of an earlier one.</param>
    public static PageRelease Write(string page, string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var release = new PageRelease(Hash(page), Path.Combine(folder, "hashed"), Path.Combine(folder, "plain"), Path.Combine(folder, ConfigName));
        Directory.CreateDirectory(release.Hashed);
        Directory.CreateDirectory(release.Plain);
        foreach (var name in Names(page))
        {
            var copy = Path.Combine(IsHashed(name) ? release.Hashed : release.Plain, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(page, name), copy);
        }
        return release;
    }

    /// <summary>Whether a build tool put the hash of the contents into a file's name: <c>app-3f9a1b2c.js</c>, <c>app.DiwrgTda.css</c>.</summary>
    public static bool IsHashed(string name) => HashedName().IsMatch(Path.GetFileName(name)) && Path.GetExtension(name) != ".html";

    /// <summary>The name of a page's contents.</summary>
    public static string Hash(string page)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names(page))
        {
            var bytes = File.ReadAllBytes(Path.Combine(page, name));
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static IEnumerable<string> Names(string page) => Directory.EnumerateFiles(page, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(page, file).Replace(Path.DirectorySeparatorChar, '/'))
        .Where(name => name != ConfigName)
        .Order(StringComparer.Ordinal);

    // Eight letters or more with a digit or both cases among them, so that no word is taken for a hash.
    [GeneratedRegex(@"[.-](?=[A-Za-z0-9_]*(?:[0-9]|[a-z][A-Z]|[A-Z][a-z]))[A-Za-z0-9_]{8,}\.[a-z0-9]+(?:\.map)?$")]
    private static partial Regex HashedName();
}
