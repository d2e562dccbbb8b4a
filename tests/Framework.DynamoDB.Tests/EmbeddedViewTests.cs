using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedViewTests(EmbeddedEngine engine) : ViewTests(engine);
