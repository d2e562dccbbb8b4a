using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedCapacityTests(EmbeddedEngine engine) : CapacityTests(engine);
