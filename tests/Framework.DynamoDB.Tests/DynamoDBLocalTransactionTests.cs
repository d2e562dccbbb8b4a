using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalTransactionTests(DynamoDBLocal engine) : TransactionTests(engine);
