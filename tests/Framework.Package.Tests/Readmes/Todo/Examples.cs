namespace Readme;

internal sealed partial class Examples(string[] args);

internal static class Service
{
    public static Microservice Build(string[] args)
    {
        var service = Microservice.CreateBuilder(args);
        service.Json.Use(TodoJson.Default);
        service.Services.AddTable<TodoItem>("todos");
        return service.Build();
    }
}
