using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedRefusedTests(EmbeddedEngine engine) : RefusedTests(engine);
