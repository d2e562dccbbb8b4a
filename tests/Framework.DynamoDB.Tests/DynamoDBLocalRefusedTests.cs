using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalRefusedTests(DynamoDBLocal engine) : RefusedTests(engine);
