using System.Security.Cryptography;
using System.Text;

namespace Framework.Local.Issuer;

/// <summary>A user of the local issuer: any name is one.</summary>
/// <param name="Name">The user name.</param>
/// <param name="Groups">The groups that the user is in.</param>
internal sealed record DevelopmentUser(string Name, IReadOnlyList<string> Groups)
{
    private const int MaxName = 128;

    /// <summary>The users that the sign-in page offers.</summary>
    public static IReadOnlyList<DevelopmentUser> Known { get; } =
        [new("alice", []), new("bob", []), new("admin", ["admins"])];

    /// <summary>The user's id: always the same for a name, so that its data is found again.</summary>
    public Guid Id => new(SHA256.HashData(Encoding.UTF8.GetBytes($"local-user:{Name}")).AsSpan(0, 16));

    /// <summary>Reads a user from a form.</summary>
    /// <param name="name">The name, as Cognito takes it: 1 to 128 characters without white space or control characters.</param>
    /// <param name="groups">The groups, separated by commas; null for those of a known user.</param>
    /// <returns>The user; null where the name is none.</returns>
    public static DevelopmentUser? Read(string? name, string? groups)
    {
        var trimmed = name?.Trim() ?? "";
        if (trimmed.Length is 0 or > MaxName || trimmed.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter)))
            return null;
        if (string.IsNullOrWhiteSpace(groups))
            return Known.FirstOrDefault(user => user.Name == trimmed) ?? new DevelopmentUser(trimmed, []);
        return new DevelopmentUser(
            trimmed, groups.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
