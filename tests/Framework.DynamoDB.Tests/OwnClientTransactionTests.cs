using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientTransactionTests(OwnClientEngine engine) : TransactionTests(engine);
