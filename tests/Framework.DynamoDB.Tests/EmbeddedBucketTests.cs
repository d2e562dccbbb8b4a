using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedBucketTests(EmbeddedEngine engine) : BucketTests(engine);
