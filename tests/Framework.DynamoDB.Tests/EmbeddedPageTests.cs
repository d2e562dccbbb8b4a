using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedPageTests(EmbeddedEngine engine) : PageTests(engine);
