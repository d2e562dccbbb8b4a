using Amazon.Runtime;
using Framework.Resources;

namespace Framework.Aws.Signing;

/// <summary>The credentials in the local cloud, which knows a function by its access key: the endpoint's name. Code that runs outside of
/// an invocation signs as <c>local</c>.</summary>
internal sealed class LocalCredentials(LocalResources local) : AWSCredentials
{
    private const string Nobody = "local";

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials() => new(local.Function?.Invoke() ?? Nobody, "local", token: null);
}
