using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalCapacityTests(DynamoDBLocal engine) : CapacityTests(engine);
