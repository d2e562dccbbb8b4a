using System.Collections.Frozen;
using Framework.Local.DynamoDB.Protocol;

namespace Framework.Local.DynamoDB.Operations;

/// <summary>The operations by the name in X-Amz-Target, for example <c>DynamoDB_20120810.GetItem</c>.</summary>
internal sealed class OperationTable
{
    private const string TablePrefix = "DynamoDB_20120810.";

    private readonly FrozenDictionary<string, Operation> _operations;

    public OperationTable(Engine engine)
    {
        Operation[] tables =
        [
            new CreateTable(engine), new DescribeTable(engine), new ListTables(engine), new DeleteTable(engine),
            new DescribeTimeToLive(engine), new UpdateTimeToLive(engine),
            new PutItem(engine), new GetItem(engine), new UpdateItem(engine), new DeleteItem(engine),
            new Query(engine), new Scan(engine), new BatchGetItem(engine), new BatchWriteItem(engine),
            new TransactGetItems(engine), new TransactWriteItems(engine),
        ];
        _operations = tables.ToFrozenDictionary(operation => TablePrefix + operation.Name, StringComparer.Ordinal);
    }

    public Operation Find(string target) => _operations.TryGetValue(target, out var operation)
        ? operation
        : throw DynamoDBException.Protocol("UnknownOperationException");
}
