using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedQueryTests(EmbeddedEngine engine) : QueryTests(engine);
