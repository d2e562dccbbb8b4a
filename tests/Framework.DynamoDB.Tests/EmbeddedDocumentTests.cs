using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedDocumentTests(EmbeddedEngine engine) : DocumentTests(engine);
