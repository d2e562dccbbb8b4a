using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientTableTests(OwnClientEngine engine) : TableTests(engine);
