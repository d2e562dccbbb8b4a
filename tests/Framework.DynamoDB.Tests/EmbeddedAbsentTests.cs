using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedAbsentTests(EmbeddedEngine engine) : AbsentTests(engine);
