using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class OwnClientPatchTests(OwnClientEngine engine) : PatchTests(engine);
