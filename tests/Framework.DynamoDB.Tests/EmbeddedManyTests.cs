using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedManyTests(EmbeddedEngine engine) : ManyTests(engine);
