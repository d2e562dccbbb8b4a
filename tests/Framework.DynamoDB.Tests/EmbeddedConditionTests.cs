using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedConditionTests(EmbeddedEngine engine) : ConditionTests(engine);
