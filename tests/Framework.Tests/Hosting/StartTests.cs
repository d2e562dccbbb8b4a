using FluentValidation;
using Framework.Configuration;
using Framework.Description;
using Framework.Generated;
using Framework.Hosting;
using Framework.Resources;
using Framework.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Framework.Tests.Hosting;

/// <summary>What is wrong with a service is found when it starts, in one sentence.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData(typeof(IFormatProvider), null, "Ask, its rules, policies or filters ask for IFormatProvider, which is not registered: add it to service.Services in Program.cs.")]
    [InlineData(typeof(IComparable<List<int>>), null, "Ask, its rules, policies or filters ask for IComparable<List<Int32>>, which is not registered: add it to service.Services in Program.cs.")]
    [InlineData(typeof(TimeProvider), "eu", "Ask, its rules, policies or filters ask for TimeProvider with the key 'eu', which is not registered: add it to service.Services in Program.cs.")]
    public void A_service_that_nobody_registered_is_reported(Type type, string? key, string expected) =>
        Assert.Equal(expected, FailureOf(Builder(new Dependency(type, key))));

    [Theory]
    [InlineData(typeof(TimeProvider))]
    [InlineData(typeof(IServiceProvider))]
    [InlineData(typeof(IServiceScopeFactory))]
    [InlineData(typeof(IOptions<Version>))]
    [InlineData(typeof(Microsoft.Extensions.Logging.ILogger<StartTests>))]
    public void What_every_service_has_needs_no_registration(Type type)
    {
        var builder = Builder(new Dependency(type));
        builder.Services.AddOptions();

        using var running = Start(builder);
    }

    [Fact]
    public void A_constructor_may_ask_for_the_configuration_that_Program_reads()
    {
        var builder = Builder(new Dependency(typeof(IConfiguration)));
        builder.Configuration["Shop:Name"] = "Corner";

        using var running = Start(builder);

        Assert.Equal("Corner", running.Services.GetRequiredService<IConfiguration>()["Shop:Name"]);
    }

    [Fact]
    public void Configuration_that_Program_does_not_read_is_reported_where_a_constructor_or_options_ask_for_it()
    {
        var options = Builder();
        options.Services.AddOptions<Limits>().BindConfiguration("Limits");

        Assert.Equal("Ask, its rules, policies or filters ask for IConfiguration, which is not registered: read service.Configuration in Program.cs.", FailureOf(Builder(new Dependency(typeof(IConfiguration)))));
        Assert.StartsWith("Options are bound to the configuration, but Program.cs reads none", FailureOf(options), StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_may_be_null_need_not_be_registered()
    {
        using var running = Start(Builder(new Dependency(typeof(IFormatProvider), IsOptional: true)));
    }

    [Fact]
    public void Outside_Lambda_every_registration_is_checked_whole()
    {
        var builder = Builder();
        builder.Services.AddSingleton<Broken>();

        Assert.Contains("IFormatProvider", Assert.Throws<AggregateException>(() => Start(builder)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Shöp")]
    [InlineData("shop*")]
    public void A_name_that_no_metric_can_have_is_refused(string name)
    {
        var builder = Builder();
        builder.Name = name;

        Assert.StartsWith($"The service's Name is '{name}'", FailureOf(builder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void A_name_has_at_most_255_characters(int length, bool isFine)
    {
        var builder = Builder();
        builder.Name = new string('a', length);

        Assert.Equal(isFine, Record.Exception(() => Start(builder).Dispose()) is null);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    public void A_body_may_have_at_least_one_byte(int bytes, bool isFine)
    {
        var builder = Builder();
        builder.MaxBodyBytes = bytes;

        Assert.Equal(isFine, Record.Exception(() => Start(builder).Dispose()) is null);
    }

    [Fact]
    public void Nothing_of_the_builder_changes_after_Build()
    {
        var builder = Builder();
        builder.Build();

        Action[] changes =
        [
            () => builder.Name = "Other",
            () => builder.MaxBodyBytes = 1,
            () => builder.Services.AddSingleton(new Version()),
            () => builder.Json.Use(Service.TestJson.Default),
            () => builder.Cors.AllowOrigin("https://a.example.com"),
            () => builder.Cors.AllowOrigin("*"),
            () => builder.Cors.AllowCredentials(),
            () => builder.Cors.AllowHeaders("x-a"),
            () => builder.Cors.ExposeHeaders("x-a"),
            () => builder.Cors.MaxAge(TimeSpan.Zero),
            () => builder.OnShutdown(_ => Task.CompletedTask),
            () => builder.BeforeSnapshot(_ => Task.CompletedTask),
            () => builder.AfterRestore(_ => Task.CompletedTask),
        ];
        Assert.All(changes, change => Assert.Throws<InvalidOperationException>(change));
    }

    [Fact]
    public void Options_that_break_their_rules_are_reported_with_the_setting()
    {
        var builder = Builder();
        builder.Configuration["Limits:Most"] = "0";
        builder.Services.AddOptions<Limits>().BindConfiguration("Limits").ValidateWith(new LimitRules());

        var message = Assert.Throws<OptionsValidationException>(() => Start(builder)).Message;

        Assert.Equal("Limits.Most: 'Most' must be greater than '0'.", message);
    }

    [Fact]
    public void Options_that_keep_their_rules_reach_who_asks_for_them()
    {
        var builder = Builder();
        builder.Configuration["Limits:Most"] = "7";
        builder.Services.AddOptions<Limits>().BindConfiguration("Limits").ValidateWith(new LimitRules());

        using var running = Start(builder);

        Assert.Equal(7, running.Services.GetRequiredService<IOptions<Limits>>().Value.Most);
    }

    private static string FailureOf(MicroserviceBuilder builder) =>
        Assert.Throws<InvalidOperationException>(() => Start(builder)).Message;

    private static Started Start(MicroserviceBuilder builder) => new(builder.Build().Start(telemetry: Stream.Null));

    private static MicroserviceBuilder Builder(params Dependency[] dependencies) => new("Shop", [], [new Ask(dependencies)], local: null)
    {
        Environment = new LambdaEnvironment(_ => null),
    };

    public sealed class Limits
    {
        public int Most { get; set; }
    }

    private sealed class LimitRules : AbstractValidator<Limits>
    {
        public LimitRules() => RuleFor(limits => limits.Most).GreaterThan(0);
    }

    private sealed class Broken(IFormatProvider format)
    {
        public IFormatProvider Format { get; } = format;
    }

    private sealed class Started(RunningService running) : IDisposable
    {
        public IServiceProvider Services => running.Services;

        public void Dispose() => running.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private sealed class Ask(IReadOnlyList<Dependency> dependencies) : Endpoint
    {
        public override string Name => "Ask";

        public override EndpointDescription Description { get; } = new("Ask", "GET", "/ask") { Dependencies = dependencies };

        public override EndpointCall Begin() => throw new NotSupportedException();
    }
}
