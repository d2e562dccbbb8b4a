using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalViewTests(DynamoDBLocal engine) : ViewTests(engine);
