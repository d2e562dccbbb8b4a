using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientFaultTests(OwnClientEngine engine) : FaultTests(engine);
