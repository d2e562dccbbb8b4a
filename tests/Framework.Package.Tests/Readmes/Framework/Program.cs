using Readme;

// The README's own Program.cs, with the options that it shows later.
var service = Microservice.CreateBuilder(args);
service.Json.Use(HelloJson.Default).Use(ReadmeJson.Default);
service.Services.AddSingleton<IArticles, Articles>();
await new Examples(args, service).Example8();
await new Examples(args, service).Example10();
return await service.Build().RunAsync();
