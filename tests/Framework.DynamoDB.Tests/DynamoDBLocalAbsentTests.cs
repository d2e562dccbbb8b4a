using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalAbsentTests(DynamoDBLocal engine) : AbsentTests(engine);
