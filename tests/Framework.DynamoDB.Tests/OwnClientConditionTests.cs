using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientConditionTests(OwnClientEngine engine) : ConditionTests(engine);
