namespace Framework.LocalDynamoDB.Values;

/// <summary>The ten data types of DynamoDB, named as on the wire.</summary>
internal enum AttributeType
{
    S,
    N,
    B,
    BOOL,
    NULL,
    SS,
    NS,
    BS,
    L,
    M,
}
