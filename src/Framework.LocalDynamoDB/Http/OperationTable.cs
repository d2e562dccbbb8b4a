using System.Collections.Frozen;
using Framework.LocalDynamoDB.Operations;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.StreamOperations;

namespace Framework.LocalDynamoDB.Http;

/// <summary>The operations that are served, by the name in X-Amz-Target.</summary>
internal sealed class OperationTable
{
    private readonly FrozenDictionary<string, Operation> _operations;

    public OperationTable(EngineState engine)
    {
        Operation[] tables =
        [
            new CreateTable(engine), new DescribeTable(engine), new ListTables(engine), new UpdateTable(engine),
            new DeleteTable(engine), new TagResource(engine), new UntagResource(engine), new ListTagsOfResource(engine),
            new DescribeTimeToLive(engine), new UpdateTimeToLive(engine),
            new DescribeEndpoints(), new DescribeLimits(), new DescribeContinuousBackups(engine),
            new PutItem(engine), new GetItem(engine), new UpdateItem(engine), new DeleteItem(engine),
            new Query(engine), new Scan(engine), new BatchGetItem(engine), new BatchWriteItem(engine),
            new TransactGetItems(engine), new TransactWriteItems(engine),
            new ExecuteStatement(engine), new BatchExecuteStatement(engine), new ExecuteTransaction(engine),
        ];
        Operation[] streams =
        [
            new ListStreams(engine), new DescribeStream(engine), new GetShardIterator(engine), new GetRecords(engine),
        ];
        _operations = tables.Select(operation => (Target: ApiOperations.TablePrefix + operation.Name, Operation: operation))
            .Concat(streams.Select(operation => (Target: ApiOperations.StreamPrefix + operation.Name, Operation: operation)))
            .ToFrozenDictionary(entry => entry.Target, entry => entry.Operation, StringComparer.Ordinal);
    }

    /// <exception cref="DynamoDBException">The service has the operation, but the engine does not serve it.</exception>
    public Operation Find(string target) => _operations.TryGetValue(target, out var operation)
        ? operation
        : throw DynamoDBException.Protocol(
            "UnknownOperationException", $"{target[(target.IndexOf('.') + 1)..]} is not served by the local DynamoDB.");
}
