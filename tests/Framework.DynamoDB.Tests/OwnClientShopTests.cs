using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientShopTests(OwnClientEngine engine) : ShopTests(engine);
