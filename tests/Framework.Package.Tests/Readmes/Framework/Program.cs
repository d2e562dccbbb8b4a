using Readme;

// The README's own Program.cs, with the options that it shows later.
var service = Microservice.CreateBuilder(args);
service.Json.Use(HelloJson.Default).Use(ReadmeJson.Default);
service.Services.AddSingleton<IArticles, Articles>().AddSingleton<ISensors, Sensors>()
    .AddSingleton<IShelves, Shelves>().AddSingleton<IKeys, Keys>();
await new Examples(args, service).Example11();
await new Examples(args, service).Example13();
return await service.Build().RunAsync();
