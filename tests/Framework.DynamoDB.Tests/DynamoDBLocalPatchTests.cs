using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalPatchTests(DynamoDBLocal engine) : PatchTests(engine);
