using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalExpiryTests(DynamoDBLocal engine) : ExpiryTests(engine);
