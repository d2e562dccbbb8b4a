using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalUpdateTests(DynamoDBLocal engine) : UpdateTests(engine);
