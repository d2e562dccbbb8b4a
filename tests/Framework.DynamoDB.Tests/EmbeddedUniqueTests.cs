using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedUniqueTests(EmbeddedEngine engine) : UniqueTests(engine);
