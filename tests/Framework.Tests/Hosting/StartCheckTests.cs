using Framework.Description;
using Framework.Hosting;
using Framework.Tests.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Tests.Hosting;

/// <summary>What is checked before the first request.</summary>
public sealed class StartCheckTests
{
    [Fact]
    public async Task A_service_does_not_start_that_a_check_refuses()
    {
        var check = new Refusal("The table is missing.");

        var fault = Assert.Throws<InvalidOperationException>(() => new TestService(
            [new Framework.Generated.EchoEndpoint()], services: services => services.AddSingleton<IStartCheck>(check)));

        Assert.Equal("The table is missing.", fault.Message);
        Assert.Equal("Echo", Assert.Single(check.Served!).Name);
        await using var service = new TestService(
            [new Framework.Generated.EchoEndpoint()], services: services => services.AddSingleton<IStartCheck>(new Refusal(null)));
    }

    private sealed class Refusal(string? message) : IStartCheck
    {
        public IReadOnlyList<EndpointDescription>? Served { get; private set; }

        public void Check(IServiceProvider services, IReadOnlyList<EndpointDescription> served)
        {
            Served = served;
            if (message is not null)
                throw new InvalidOperationException(message);
        }
    }
}
