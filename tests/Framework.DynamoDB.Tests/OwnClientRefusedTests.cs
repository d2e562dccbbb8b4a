using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientRefusedTests(OwnClientEngine engine) : RefusedTests(engine);
