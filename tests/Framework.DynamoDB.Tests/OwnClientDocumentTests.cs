using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientDocumentTests(OwnClientEngine engine) : DocumentTests(engine);
