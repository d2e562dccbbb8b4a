using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientCapacityTests(OwnClientEngine engine) : CapacityTests(engine);
