namespace Framework.Local.CommandLine;

/// <summary>An issuer of tokens other than the local one, such as a user pool.</summary>
/// <param name="Address">Its address, exactly as the tokens' <c>iss</c> says it.</param>
/// <param name="Audience">For whom its tokens are: the client's id.</param>
internal sealed record TokenIssuer(string Address, string Audience)
{
    /// <summary>Whether an address can be an issuer's: https, or http on this machine.</summary>
    public static bool IsAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
