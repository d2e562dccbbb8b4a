using System.Text.Json;

namespace Framework.Package.Tests.Shapes;

/// <summary>Which project gets what of the packages' build files: the service's executable runs as the function, a library
/// is part of one, and a test project is neither.</summary>
public sealed class ProjectShapeTests
{
    private static readonly ShapeProject Service = new(
        "Service", References.Exe, References.Framework + References.Local + """<InternalsVisibleTo Include="TestsWithFramework" />""");

    [Fact]
    public Task The_services_executable_gets_the_functions_settings() => HasAsync(Service, settings: true, usings: true);

    [Fact]
    public Task A_library_that_Lambda_starts_by_itself_gets_them_too() => HasAsync(
        new("LibraryService", "<GenerateRuntimeConfigurationFiles>true</GenerateRuntimeConfigurationFiles>", References.Framework),
        settings: true,
        usings: true);

    [Fact]
    public Task A_library_with_endpoints_gets_their_namespaces_alone() =>
        HasAsync(new("Library", "", References.Framework), settings: false, usings: true);

    [Fact]
    public async Task A_project_behind_the_service_or_a_library_gets_nothing()
    {
        Service.Write();
        await HasAsync(new("Behind", "", Service.Reference), settings: false, usings: false);
        await HasAsync(new("Tool", References.Exe, Service.Reference), settings: false, usings: false);
    }

    [Fact]
    public async Task A_test_project_gets_nothing_with_any_reference()
    {
        Service.Write();
        await HasAsync(new("Tests", References.Exe, References.Testing + References.Xunit + Service.Reference), settings: false, usings: false);
        await HasAsync(new("TestsWithout", References.Exe, References.Framework + References.Local + References.Xunit + Service.Reference), settings: false, usings: false);
        await HasAsync(new("TestsOfAnotherKind", References.Exe, References.Framework + References.Testing + Service.Reference), settings: false, usings: false);
        await HasAsync(
            new("TestsByName", $"{References.Exe}<IsTestProject>true</IsTestProject>", References.Framework + Service.Reference), settings: false, usings: false);
    }

    [Fact]
    public Task A_project_can_say_itself_what_it_is() =>
        HasAsync(new("Declared", $"{References.Exe}<FrameworkService>false</FrameworkService>", References.Framework), settings: false, usings: false);

    [Fact]
    public async Task A_test_project_with_every_package_builds_and_can_be_published_and_the_service_cannot()
    {
        Service.Write("""
            return await Microservice.CreateBuilder(args).Build().RunAsync();

            [Get("/")] internal sealed class Ping { public Task HandleAsync() => Task.CompletedTask; }
            """);
        var tests = new ShapeProject("TestsWithFramework", References.Exe, References.Framework + References.Testing + References.Xunit + Service.Reference);
        tests.Write("""public sealed class Tests { [Xunit.Fact] public void Sees() => Xunit.Assert.NotNull(new Ping()); }""");

        await PackedFeed.DotnetAsync($"publish \"{tests.Folder}\" --nologo -v quiet");

        Assert.Contains("FWK401", await PackedFeed.FailsAsync($"publish \"{Service.Folder}\" --nologo -v quiet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_without_the_local_cloud_says_which_reference_is_missing()
    {
        var service = new ShapeProject("Bare", References.Exe, References.Framework);
        service.Write("return await Microservice.CreateBuilder(args).Build().RunAsync();");

        var output = await PackedFeed.FailsAsync($"run --project \"{service.Folder}\"");

        Assert.Contains("""<PackageReference Include="Framework.Local" """, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static async Task HasAsync(ShapeProject project, bool settings, bool usings)
    {
        project.Write();
        await PackedFeed.DotnetAsync($"restore \"{project.Folder}\" -v quiet");
        using var evaluated = JsonDocument.Parse(await PackedFeed.DotnetAsync(
            $"msbuild \"{project.Folder}\" -nologo -getItem:Using "
            + "-getProperty:JsonSerializerIsReflectionEnabledByDefault,InvariantGlobalization,EventSourceSupport,ConcurrentGarbageCollection"));
        var properties = evaluated.RootElement.GetProperty("Properties").EnumerateObject().Select(property => property.Value.GetString());
        var names = evaluated.RootElement.GetProperty("Items").GetProperty("Using").EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString());

        Assert.Equal(
            settings ? ["false", "true", "false", "false"] : ["", "", "", ""],
            properties);
        Assert.Equal(usings, names.Contains("Framework.Http"));
        Assert.Equal(usings, names.Contains("FluentValidation"));
    }
}
