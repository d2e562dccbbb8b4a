using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientQueryTests(OwnClientEngine engine) : QueryTests(engine);
