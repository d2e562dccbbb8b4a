namespace Framework.DynamoDB;

/// <summary>What happened to an item of a stream.</summary>
public enum StreamEvent
{
    /// <summary>It was created.</summary>
    Created,

    /// <summary>It was changed.</summary>
    Changed,

    /// <summary>It was deleted.</summary>
    Deleted,

    /// <summary>DynamoDB deleted it because it had expired.</summary>
    Expired,
}
