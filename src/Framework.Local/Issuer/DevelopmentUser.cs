using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

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

    /// <summary>Claims beyond the issuer's own, in both tokens.</summary>
    public IReadOnlyDictionary<string, JsonElement> Claims { get; init; } = CustomClaims.None;

    /// <summary>Reads a user from a form: <c>username</c>, <c>groups</c> separated by commas, and <c>claims</c>, a JSON
    /// object. Without groups a known user has their own.</summary>
    /// <returns>The user, or why the form is refused.</returns>
    public static (DevelopmentUser? User, OAuthError? Error) Read(IFormCollection form)
    {
        var name = form["username"].ToString().Trim();
        if (!IsName(name))
            return (null, OAuthError.InvalidRequest("username must be 1 to 128 characters without spaces."));
        var (claims, error) = CustomClaims.Read(form["claims"]);
        return error is null
            ? (new DevelopmentUser(name, GroupsOf(name, form["groups"].ToString())) { Claims = claims }, null)
            : (null, error);
    }

    // As Cognito takes it.
    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxName && !name.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter));

    private static IReadOnlyList<string> GroupsOf(string name, string text) => string.IsNullOrWhiteSpace(text)
        ? Known.FirstOrDefault(user => user.Name == name)?.Groups ?? []
        : text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
