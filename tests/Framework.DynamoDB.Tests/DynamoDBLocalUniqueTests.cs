using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalUniqueTests(DynamoDBLocal engine) : UniqueTests(engine);
