using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedTableTests(EmbeddedEngine engine) : TableTests(engine);
