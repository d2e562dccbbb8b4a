using Framework.Benchmarks.TodoFunction;

var service = Microservice.CreateBuilder(args);
service.Json.Use(BenchJson.Default);
return await service.Build().RunAsync();
