namespace Framework.DynamoDB.Sending;

/// <summary>A request that knows whether an attempt of it may have been applied without a response.</summary>
internal interface IAttempt
{
    /// <summary>How many attempts DynamoDB has not refused: those that succeeded, and those that may have succeeded, because
    /// their response was lost or was an error of DynamoDB's own.</summary>
    int Unrefused { get; set; }
}
