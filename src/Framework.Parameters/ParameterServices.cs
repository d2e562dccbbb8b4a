using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Framework.Configuration;
using Framework.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Framework.Parameters;

/// <summary>Adds parameters to a service's configuration.</summary>
public static class ParameterServices
{
    // An invocation waits for Parameter Store no longer than this; then it goes on with the present values.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <summary>Reads parameters and secrets into the service's configuration when it starts in Lambda, and again when they
    /// are older than <see cref="ParameterSelection.RenewAfter"/> says. They override the sources that were added before.</summary>
    /// <remarks>They are read when the service starts, so <c>Program.cs</c> does not see them yet, and constructors do. A
    /// constructor that takes <c>IOptionsSnapshot&lt;T&gt;</c> or <c>IOptionsMonitor&lt;T&gt;</c> sees renewed values too. Outside
    /// Lambda nothing is read: the keys of the parameters must then be in the service's own configuration, such as its user
    /// secrets.</remarks>
    /// <param name="service">The service.</param>
    /// <param name="choose">Says which parameters and secrets.</param>
    public static MicroserviceBuilder AddParameters(this MicroserviceBuilder service, Action<ParameterSelection> choose)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(choose);
        var selection = new ParameterSelection();
        choose(selection);
        foreach (var resource in selection.Resources)
            service.Services.AddSingleton(resource);
        if (service.Environment.RuntimeApi is null)
        {
            service.Services.AddSingleton<IRenewable>(new LocalParameters(selection, service.Configuration));
            return service;
        }
        var provider = new ParameterProvider();
        ((IConfigurationBuilder)service.Configuration).Add(provider);
        service.Services.TryAddSingleton<IAmazonSimpleSystemsManagement>(_ => new AmazonSimpleSystemsManagementClient(
            new AmazonSimpleSystemsManagementConfig { Timeout = Timeout, RetryMode = RequestRetryMode.Standard, MaxErrorRetry = 1 }));
        service.Services.AddSingleton<IRenewable>(services => new ParameterRenewal(
            provider,
            new ParameterReader(services.GetRequiredService<IAmazonSimpleSystemsManagement>(), selection),
            selection.Age,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<ParameterRenewal>>()));
        return service;
    }
}
