using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedUpdateTests(EmbeddedEngine engine) : UpdateTests(engine);
