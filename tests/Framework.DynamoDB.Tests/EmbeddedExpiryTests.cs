using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedExpiryTests(EmbeddedEngine engine) : ExpiryTests(engine);
