using Framework.Configuration;
using Framework.Hosting;
using Framework.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Framework.Tests.Tls;

/// <summary>What runs without a constructor that says where its calls go.</summary>
public sealed class ServiceRootsTests
{
    [Theory]
    [InlineData(Egress.None)]
    [InlineData(Egress.Aws)]
    [InlineData(Egress.Anywhere)]
    public void Without_any_of_it_the_generator_s_word_holds(Egress egress) => Assert.Equal(egress, Of(_ => { }, egress));

    [Fact]
    public void Parameters_are_AWS_s() =>
        Assert.Equal(Egress.Aws, Of(service => service.Services.AddSingleton(Parameter).AddSingleton<IRenewable, Renewed>()));

    [Fact]
    public void What_an_author_renews_may_call_anywhere()
    {
        Assert.Equal(Egress.Anywhere, Of(service => service.Services.AddSingleton<IRenewable, Renewed>()));
        Assert.Equal(Egress.Anywhere, Of(service => service.Services.AddSingleton(Parameter).AddSingleton<IRenewable, Renewed>().AddSingleton<IRenewable, Renewed>()));
    }

    [Fact]
    public void So_may_hooks_and_log_providers()
    {
        Assert.Equal(Egress.Anywhere, Of(service => service.OnShutdown(_ => Task.CompletedTask)));
        Assert.Equal(Egress.Anywhere, Of(service => service.Services.AddSingleton<ILoggerProvider>(NullLoggerProvider.Instance)));
    }

    private static ParameterResource Parameter => new("/shop", IsPath: true);

    private static Egress Of(Action<MicroserviceBuilder> build, Egress egress = Egress.None)
    {
        var builder = new MicroserviceBuilder("Shop", [], [], null) { Egress = egress };
        build(builder);
        return ServiceRoots.OwnEgress(builder);
    }

    private sealed class Renewed : IRenewable
    {
        public ValueTask RenewAsync(CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
