namespace Framework.DynamoDB.Sending;

/// <summary>A request that knows whether an attempt of it may have been applied without an answer.</summary>
internal interface IAttempt
{
    /// <summary>How many attempts DynamoDB has not refused: those that succeeded, and those that may have, as their answer
    /// was lost or an error of DynamoDB's own.</summary>
    int Unrefused { get; set; }
}
