namespace Framework.DynamoDB.Sending;

/// <summary>A request that knows whether an attempt of it may have been applied without an answer.</summary>
internal interface IAttempt
{
    bool MayBeApplied { get; set; }
}
