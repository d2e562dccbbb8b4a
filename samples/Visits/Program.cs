using Visits;

var service = Microservice.CreateBuilder(args);
service.Json.Use(VisitsJson.Default);
service.Services.AddTable<Visit>("visits");
return await service.Build().RunAsync();
