using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Expressions;
using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Writes;

/// <summary>A write of one item under a condition, sent alone or as part of a transaction.</summary>
/// <param name="Client">The item's table.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Condition">What must hold of the stored item.</param>
/// <param name="Aliases">The names and values of its expressions.</param>
/// <param name="Refuse">Says why the condition did not hold, by what is stored.</param>
internal abstract record ItemWrite(
    TableClient Client, ItemKey Key, string? Condition, ExpressionWriter Aliases, Refusal Refuse) : IRefusable
{
    /// <summary>Sends the write.</summary>
    /// <param name="result">Makes the result of the item's attributes as stored, from an update; else of null.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="TableException">It did not happen.</exception>
    public abstract Task<TResult> SendAsync<TResult>(
        Func<Dictionary<string, AttributeValue>?, TResult> result, CancellationToken cancellation);

    /// <inheritdoc/>
    public virtual Exception? Explain(string message, AmazonDynamoDBException inner) => null;

    /// <summary>The write as part of a transaction.</summary>
    public abstract TransactWriteItem InTransaction();
}
