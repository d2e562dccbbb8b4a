using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientUpdateTests(OwnClientEngine engine) : UpdateTests(engine);
