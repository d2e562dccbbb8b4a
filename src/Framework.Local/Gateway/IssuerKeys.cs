using Framework.Local.CommandLine;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Framework.Local.Gateway;

/// <summary>The keys that an issuer publishes.</summary>
internal static class IssuerKeys
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Reads them, and keeps them up to date from then on.</summary>
    /// <exception cref="LocalFailureException">They cannot be read.</exception>
    public static async Task<BaseConfigurationManager> ReadAsync(TokenIssuer issuer)
    {
        var document = $"{issuer.Address.TrimEnd('/')}/.well-known/openid-configuration";
        var keys = new ConfigurationManager<OpenIdConnectConfiguration>(
            document,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(new HttpClient { Timeout = Timeout }) { RequireHttps = !new Uri(issuer.Address).IsLoopback });
        try
        {
            await keys.GetConfigurationAsync(CancellationToken.None);
            return keys;
        }
        catch (InvalidOperationException exception)
        {
            throw new LocalFailureException($"The keys of --issuer {issuer.Address} cannot be read from {document}: see that it runs, and that its address is right.", exception);
        }
    }
}
