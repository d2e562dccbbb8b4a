using Hello;

var service = Microservice.CreateBuilder(args);
service.Json.Use(HelloJson.Default);
return await service.Build().RunAsync();
