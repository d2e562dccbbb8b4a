using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientExpiryTests(OwnClientEngine engine) : ExpiryTests(engine);
