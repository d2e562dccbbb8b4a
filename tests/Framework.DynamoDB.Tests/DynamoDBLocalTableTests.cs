using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalTableTests(DynamoDBLocal engine) : TableTests(engine);
