using Service_1;
using Service_1.Notes;

var service = Microservice.CreateBuilder(args);
service.Json.Use(ServiceJson.Default);
service.Services.AddTable<Note>("notes");
return await service.Build().RunAsync();
