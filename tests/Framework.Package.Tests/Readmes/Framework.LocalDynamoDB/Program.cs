using Framework.LocalDynamoDB;

// A process that hosts it, and does nothing about signals.
await using var dynamo = await LocalDynamoDB.StartAsync(new());
Console.WriteLine(dynamo.Endpoint);
await Task.Delay(Timeout.Infinite);
