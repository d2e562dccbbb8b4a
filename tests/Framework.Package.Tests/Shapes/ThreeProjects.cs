namespace Framework.Package.Tests.Shapes;

/// <summary>A service, a library with an endpoint and settings of its own, and their tests, built on the packed packages.</summary>
public sealed class ThreeProjects : IAsyncLifetime
{
    internal ShapeProject Library { get; } = new("Shared", "", References.Framework);

    internal ShapeProject Service { get; }

    internal ShapeProject Tests { get; }

    public ThreeProjects()
    {
        Service = new(
            "Shop",
            $"{References.Exe}<UserSecretsId>framework-package-tests</UserSecretsId><TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
            References.Framework + References.LocalUnlessPublished + Library.Reference);
        // With the package Framework as well, whose generator runs here then.
        Tests = new(
            "Shop.Tests", References.Exe, References.Framework + References.Testing + References.Xunit + Service.Reference);
    }

    public async ValueTask InitializeAsync()
    {
        Library.Write("""
            namespace Shared;

            [Get("/health"), AllowAnonymous]
            public sealed class Health
            {
                public sealed record Report(string Status);

                public Task<Report> HandleAsync() => Task.FromResult(new Report("ok"));
            }
            """);
        Library.WriteFile("appsettings.Library.json", "{}");
        Service.Write("""
            using System.Text.Json.Serialization;
            using Microsoft.Extensions.Configuration;

            var service = Microservice.CreateBuilder(args);
            service.Json.Use(ShopJson.Default);
            return await service.Build().RunAsync();

            [Get("/settings/{name}"), AllowAnonymous]
            public sealed class ShowSetting(IConfiguration configuration)
            {
                public sealed record Setting(string? Value);

                public Task<Setting> HandleAsync(string name) => Task.FromResult(new Setting(configuration[name]));
            }

            [JsonSerializable(typeof(ShowSetting.Setting)), JsonSerializable(typeof(Shared.Health.Report))]
            internal sealed partial class ShopJson : JsonSerializerContext;
            """);
        Service.WriteFile("appsettings.json", """{"Currency":"EUR"}""");
        Tests.Write("""
            using Framework.Testing;
            using Xunit;

            public sealed class Tests
            {
                [Fact]
                public async Task The_service_serves_the_library_s_endpoint()
                {
                    await using var service = await TestService.StartAsync<ShowSetting>();
                    Assert.Equal("{\"status\":\"ok\"}", await service.Anonymous.GetStringAsync("/health", TestContext.Current.CancellationToken));
                }

                [Fact]
                public async Task The_service_has_the_settings_of_its_file()
                {
                    await using var service = await TestService.StartAsync<ShowSetting>();
                    Assert.Equal("{\"value\":\"EUR\"}", await service.Anonymous.GetStringAsync("/settings/Currency", TestContext.Current.CancellationToken));
                }

                [Fact]
                public void This_project_serves_nothing() => Assert.Null(typeof(Tests).Assembly.GetType("Framework.Hosting.ServiceEndpoints"));
            }
            """);
        await PackedFeed.DotnetAsync($"build \"{Tests.Folder}\" --nologo -v quiet");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
