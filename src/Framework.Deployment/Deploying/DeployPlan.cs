namespace Framework.Deployment.Deploying;

/// <summary>What is known before anything is changed in AWS.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Region">Its region.</param>
/// <param name="Account">The account.</param>
/// <param name="Bucket">The bucket for packages.</param>
/// <param name="Folder">The folder whose files are uploaded.</param>
/// <param name="Prefix">Where they are in the bucket.</param>
/// <param name="TemplateKey">The key of the root template.</param>
/// <param name="Parameters">The values of its parameters.</param>
/// <param name="ChangeSet">The name of the change set.</param>
internal sealed record DeployPlan(
    string Stack,
    string Region,
    string Account,
    string Bucket,
    string Folder,
    string Prefix,
    string TemplateKey,
    IReadOnlyList<ParameterValue> Parameters,
    string ChangeSet)
{
    /// <summary>Whether the stack is not there yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether nobody looked for the stack.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Whether the stack is to refuse its deletion.</summary>
    public bool IsProtected { get; init; }

    /// <summary>The page's files; null where the service has no page.</summary>
    public PageRelease? Page { get; init; }

    /// <summary>The bucket of the page; null where it is not there yet.</summary>
    public string? PageBucket { get; init; }

    /// <summary>The firewall's template; null where the deployment makes none.</summary>
    public string? FirewallFile { get; init; }

    /// <summary>Whether the firewall's stack is not there yet.</summary>
    public bool IsFirewallNew { get; init; }

    /// <summary>The address of the root template.</summary>
    public string TemplateUrl => $"https://{Bucket}.s3.{Region}.{(Region.StartsWith("cn-", StringComparison.Ordinal) ? "amazonaws.com.cn" : "amazonaws.com")}/{TemplateKey}";
}
