using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
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
    TableClient Client, ItemKey Key, string? Condition, ExpressionWriter Aliases, Refusal Refuse)
{
    /// <summary>Sends the write.</summary>
    /// <returns>The item's attributes as stored, from an update; else null.</returns>
    /// <exception cref="TableException">It did not happen.</exception>
    public abstract Task<Dictionary<string, AttributeValue>?> SendAsync(CancellationToken cancellation);

    /// <summary>What a response that carries no attributes gives.</summary>
    protected static Dictionary<string, AttributeValue>? NoAttributes(AmazonWebServiceResponse response) => null;

    /// <summary>The write as part of a transaction.</summary>
    public abstract TransactWriteItem InTransaction();
}
