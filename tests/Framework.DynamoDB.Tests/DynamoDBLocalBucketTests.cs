using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalBucketTests(DynamoDBLocal engine) : BucketTests(engine);
