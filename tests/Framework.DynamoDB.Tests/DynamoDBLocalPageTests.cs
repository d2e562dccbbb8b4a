using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalPageTests(DynamoDBLocal engine) : PageTests(engine);
