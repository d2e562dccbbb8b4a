using System.Reflection;
using Framework.Local.Updates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.UserSecrets;

namespace Framework.Local.Tests.Updates;

/// <summary>How a test takes over the service that an entry point builds.</summary>
public sealed class BuiltServiceTests
{
    [Fact]
    public async Task A_test_s_command_line_brings_the_service_in_place_of_running_it()
    {
        var service = TestService.Create(args: [.. BuiltServiceException.TestArgs]);

        var built = await Assert.ThrowsAsync<BuiltServiceException>(() => service.RunAsync());

        Assert.Same(service, built.Service);
    }

    [Fact]
    public async Task An_entry_point_that_logs_what_fails_can_let_it_through()
    {
        var service = TestService.Create(args: [.. BuiltServiceException.TestArgs]);
        var caught = false;

        await Assert.ThrowsAsync<BuiltServiceException>(async () =>
        {
            try
            {
                await service.RunAsync();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                caught = true;
            }
        });

        Assert.False(caught);
    }

    [Theory]
    [InlineData]
    [InlineData("--build-for-test", "--reset")]
    [InlineData("--port", "0")]
    public void Any_other_command_line_is_the_local_cloud_s(params string[] args) =>
        Assert.False(BuiltServiceException.IsAskedFor(args));

    [Theory]
    [InlineData("--build-for-update")]
    [InlineData("--port", "5081", "--build-for-update")]
    public async Task The_local_cloud_s_command_line_brings_the_changed_service(params string[] args)
    {
        var service = TestService.Create(args: args);

        Assert.Same(service, (await Assert.ThrowsAsync<BuiltServiceException>(() => service.RunAsync())).Service);
    }

    [Theory]
    [InlineData(1, "--port", "5081", "--build-for-update")]
    [InlineData(0, "--build-for-test")]
    [InlineData(1)]
    public void A_test_has_no_user_secrets(int sources, params string[] args)
    {
        var configuration = new ConfigurationBuilder();

        LocalConfiguration.Add(configuration, args, new SecretAssembly());

        Assert.Equal(sources, configuration.Sources.Count);
    }

    /// <summary>An assembly with user secrets.</summary>
    private sealed class SecretAssembly : Assembly
    {
        public override object[] GetCustomAttributes(Type attributeType, bool inherit) =>
            new UserSecretsIdAttribute[] { new("framework-tests") };

        public override string FullName => "Secrets";
    }
}
