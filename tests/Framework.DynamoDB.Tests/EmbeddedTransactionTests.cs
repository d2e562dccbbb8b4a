using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedTransactionTests(EmbeddedEngine engine) : TransactionTests(engine);
