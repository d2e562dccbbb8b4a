using Todo.Service;

var service = Microservice.CreateBuilder(args);
service.Json.Use(TodoJson.Default);
service.Services.AddTable<TodoItem>("todos");
service.Cors.AllowOrigin("https://todo.example.com");
return await service.Build().RunAsync();
