using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientManyTests(OwnClientEngine engine) : ManyTests(engine);
