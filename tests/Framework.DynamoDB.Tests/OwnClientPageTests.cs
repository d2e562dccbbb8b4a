using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientPageTests(OwnClientEngine engine) : PageTests(engine);
