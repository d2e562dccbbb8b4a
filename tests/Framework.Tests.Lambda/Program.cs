return await Framework.Tests.Lambda.Service.Build(args).RunAsync();
