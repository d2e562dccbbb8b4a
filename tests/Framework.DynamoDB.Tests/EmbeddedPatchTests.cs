using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class EmbeddedPatchTests(EmbeddedEngine engine) : PatchTests(engine);
