using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalQueryTests(DynamoDBLocal engine) : QueryTests(engine);
