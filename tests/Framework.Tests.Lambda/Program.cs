if (!Framework.Tests.Lambda.Service.Fails("later"))
    return await Framework.Tests.Lambda.Service.Build(args).RunAsync();
// A host of the author's own, which fails after the start.
await using var running = Framework.Tests.Lambda.Service.Build(args).Start();
throw new InvalidOperationException("later");
