using Readme;

var service = Microservice.CreateBuilder(args);
service.Json.Use(ReportJson.Default);
service.Services.AddTable<TodoItem>("todos");
return await service.Build().RunAsync();
