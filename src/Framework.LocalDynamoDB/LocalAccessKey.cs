namespace Framework.LocalDynamoDB;

/// <summary>An access key that a <see cref="LocalDynamoDB"/> knows.</summary>
/// <param name="id">The access key ID, which requests name.</param>
/// <param name="secret">The secret access key, which signs them.</param>
public sealed class LocalAccessKey(string id, string secret)
{
    /// <summary>The access key ID.</summary>
    public string Id { get; } = id;

    internal string Secret { get; } = secret;
}
