namespace Framework.Resources;

/// <summary>A kind of resource that a service of a constructor stands for.</summary>
public enum ResourceKind
{
    /// <summary>A DynamoDB table: the one that holds the type's first type argument.</summary>
    Table,

    /// <summary>The connections of the service's WebSocket API.</summary>
    Connections,
}
