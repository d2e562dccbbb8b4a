using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalConcurrencyTests(DynamoDBLocal engine) : ConcurrencyTests(engine);
