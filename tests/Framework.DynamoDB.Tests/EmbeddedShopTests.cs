using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedShopTests(EmbeddedEngine engine) : ShopTests(engine);
