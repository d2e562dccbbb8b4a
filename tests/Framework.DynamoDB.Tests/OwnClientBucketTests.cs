using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientBucketTests(OwnClientEngine engine) : BucketTests(engine);
