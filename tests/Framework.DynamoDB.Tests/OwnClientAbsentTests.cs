using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientAbsentTests(OwnClientEngine engine) : AbsentTests(engine);
