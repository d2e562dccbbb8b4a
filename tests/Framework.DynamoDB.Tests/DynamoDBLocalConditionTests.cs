using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalConditionTests(DynamoDBLocal engine) : ConditionTests(engine);
