using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalManyTests(DynamoDBLocal engine) : ManyTests(engine);
