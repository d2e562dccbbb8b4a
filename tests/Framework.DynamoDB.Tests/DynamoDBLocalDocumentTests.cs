using Framework.DynamoDB.Tests.Engines;

namespace Framework.DynamoDB.Tests;

public sealed class DynamoDBLocalDocumentTests(DynamoDBLocal engine) : DocumentTests(engine);
