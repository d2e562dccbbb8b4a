using Readme;

var service = Microservice.CreateBuilder(args);
service.Json.Use(PaymentJson.Default);
await new Examples(service).Example1();
return await service.Build().RunAsync();
