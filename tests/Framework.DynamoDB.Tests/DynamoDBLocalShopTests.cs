using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalShopTests(DynamoDBLocal engine) : ShopTests(engine);
