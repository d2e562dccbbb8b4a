using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedConcurrencyTests(EmbeddedEngine engine) : ConcurrencyTests(engine);
