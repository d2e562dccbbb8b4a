namespace Framework.Package.Tests.Shapes;

/// <summary>What each of three projects gets and does: a service, a library that it references, and their tests.</summary>
public sealed class ThreeProjectsTests(ThreeProjects projects) : IClassFixture<ThreeProjects>
{
    private const string Roots = "amazon-roots.pem";
    private const string Settings = "appsettings.json";

    [Fact]
    public async Task An_endpoint_of_the_library_is_served()
    {
        await using var service = await RunningSample.RunAsync(projects.Service.Assembly);

        Assert.Equal("""{"status":"ok"}""", await service.Client.GetStringAsync("/health"));
    }

    [Fact]
    public async Task The_tests_call_it_and_serve_nothing_themselves()
    {
        var output = await PackedFeed.DotnetAsync($"exec \"{projects.Tests.Assembly}\"");

        Assert.Contains("Total: 3, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trusted_roots_and_the_settings_lie_beside_the_service()
    {
        var published = await projects.Service.PublishAsync();

        Assert.All([projects.Service.Output, published], folder =>
        {
            Assert.True(File.Exists(Path.Combine(folder, Roots)), folder);
            Assert.True(File.Exists(Path.Combine(folder, Settings)), folder);
        });
        Assert.False(File.Exists(Path.Combine(published, "Framework.Local.dll")));
    }

    [Fact]
    public async Task The_trusted_roots_lie_beside_no_library_and_no_tests()
    {
        string[] folders =
        [
            projects.Library.Output,
            await projects.Library.PublishAsync(),
            projects.Tests.Output,
            await projects.Tests.PublishAsync(),
        ];

        Assert.All(folders, folder => Assert.False(File.Exists(Path.Combine(folder, Roots)), folder));
    }

    [Fact]
    public async Task A_developer_s_user_secrets_are_settings_of_the_service()
    {
        var home = ("APPDATA", Path.Combine(projects.Service.Folder, "home"));
        await PackedFeed.DotnetAsync($"user-secrets set Stripe:Key secret --project \"{projects.Service.Folder}\"", home);

        await using var service = await RunningSample.RunAsync(projects.Service.Assembly, home);

        Assert.Equal("""{"value":"secret"}""", await service.Client.GetStringAsync("/settings/Stripe:Key"));
        Assert.Equal("""{"value":"EUR"}""", await service.Client.GetStringAsync("/settings/Currency"));
    }
}
