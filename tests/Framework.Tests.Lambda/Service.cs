using Microsoft.Extensions.Time.Testing;

namespace Framework.Tests.Lambda;

/// <summary>A service that says what becomes of it.</summary>
internal static class Service
{
    public static Microservice Build(string[] args)
    {
        var service = Microservice.CreateBuilder(args);
        service.Json.Use(Json.Default);
        if (!Fails("registration"))
            service.Services.AddSingleton<Meeting>();
        if (Fails("argument"))
            service.Cors.AllowOrigin("todo.example.com");
        // Only a hook moves it, so a busy machine ends nothing early.
        var clock = new FakeTimeProvider();
        service.Services.AddSingleton<TimeProvider>(clock);
        service.Services.AddSingleton<Resource>();
        service.Services.AddSingleton<HttpClient>();
        foreach (var number in new[] { 1, 2 })
        {
            service.BeforeSnapshot(services => Say(services, $"before snapshot {number}"));
            service.AfterRestore(services => Say(services, $"after restore {number}"));
            if (!Fails("no-hooks"))
                service.OnShutdown(services => Say(services, $"shutdown {number}"));
        }
        service.AfterRestore(_ => Fails("restore") ? throw new InvalidOperationException("no network") : Task.CompletedTask);
        service.BeforeSnapshot(_ => Fails("snapshot") ? throw new InvalidOperationException("no warmth") : Task.CompletedTask);
        if (Fails("shutdown"))
            service.OnShutdown(_ => throw new InvalidOperationException("no end"));
        if (Fails("hang"))
            service.OnShutdown(_ => HangAsync(clock));
        var built = service.Build();
        if (Fails("frozen"))
            service.MaxBodyBytes = 1;
        return built;
    }

    private static Task Say(IServiceProvider services, string text)
    {
        services.GetRequiredService<Resource>().Say(text);
        return Task.CompletedTask;
    }

    private static Task HangAsync(FakeTimeProvider clock)
    {
        clock.Advance(TimeSpan.FromMilliseconds(250));
        return Task.Delay(Timeout.Infinite);
    }

    public static bool Fails(string what) => Environment.GetEnvironmentVariable("FAIL") == what;
}
