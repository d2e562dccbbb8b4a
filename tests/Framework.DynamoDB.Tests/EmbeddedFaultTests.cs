using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedFaultTests(EmbeddedEngine engine) : FaultTests(engine);
