using Readme;

// The README's own Program.cs, with the options that it shows later.
var service = Microservice.CreateBuilder(args);
service.Json.Use(HelloJson.Default);
await new Examples(args, service).Example3();
return await service.Build().RunAsync();
