using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientConcurrencyTests(OwnClientEngine engine) : ConcurrencyTests(engine);
