using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientUniqueTests(OwnClientEngine engine) : UniqueTests(engine);
