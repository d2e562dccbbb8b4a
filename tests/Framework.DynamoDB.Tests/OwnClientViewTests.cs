using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientViewTests(OwnClientEngine engine) : ViewTests(engine);
