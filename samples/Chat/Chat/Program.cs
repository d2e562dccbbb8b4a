using Chat;

var service = Microservice.CreateBuilder(args);
service.Json.Use(ChatJson.Default);
service.Services.AddTable<Member>("members");
service.Services.AddWebSocketConnections();
service.Services.AddSingleton<Room>();
return await service.Build().RunAsync();
