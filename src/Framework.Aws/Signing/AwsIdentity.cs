using Amazon.Runtime;

namespace Framework.Aws.Signing;

/// <summary>Who makes a call, and for which region: what a signature needs. Both are found at the first call.</summary>
/// <param name="credentials">Finds the credentials.</param>
/// <param name="region">Finds the region; null where nothing says it.</param>
internal sealed class AwsIdentity(Func<CancellationToken, Task<AWSCredentials>> credentials, Func<string?> region)
{
    public const string NoRegion = "AWS's region is not known: set AWS_REGION, such as eu-central-1.";

    private AWSCredentials? _credentials;

    /// <summary>The region.</summary>
    /// <exception cref="InvalidOperationException">Nothing says it.</exception>
    public string Region => field ??= region() ?? throw new InvalidOperationException(NoRegion);

    /// <summary>The credentials of now: the SDK renews those that expire.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public async Task<ImmutableCredentials> CredentialsAsync(CancellationToken cancellation)
    {
        try
        {
            _credentials ??= await credentials(cancellation);
            return await _credentials.GetCredentialsAsync();
        }
        catch (AmazonClientException exception)
        {
            throw new InvalidOperationException($"AWS's credentials are not known: {exception.Message}", exception);
        }
    }
}
