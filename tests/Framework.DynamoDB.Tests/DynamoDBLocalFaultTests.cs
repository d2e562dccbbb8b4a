using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalFaultTests(DynamoDBLocal engine) : FaultTests(engine);
