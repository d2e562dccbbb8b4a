using Readme;

var service = Microservice.CreateBuilder(args);
await new Examples(service).Example1();
return await service.Build().RunAsync();
