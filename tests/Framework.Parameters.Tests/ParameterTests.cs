using Amazon.SimpleSystemsManagement;
using Framework.Configuration;
using Framework.Hosting;
using Framework.Resources;
using Framework.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Framework.Parameters.Tests;

public sealed class ParameterTests : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly ParameterStore _store = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly MemoryStream _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task A_path_gives_keys_below_it_page_by_page()
    {
        for (var index = 0; index < 25; index++)
            _store.Values[$"/shop/Rates/R{index:00}"] = $"{index}";
        _store.Values["/shopping/Other"] = "not ours";

        await using var running = Start(parameters => parameters.Path("/shop"));

        var configuration = running.Services.GetRequiredService<IConfiguration>();
        Assert.Equal("24", configuration["Rates:R24"]);
        Assert.Equal(25, configuration.GetSection("Rates").GetChildren().Count());
        Assert.Equal(["/shop", "/shop", "/shop"], _store.Calls);
    }

    [Fact]
    public async Task A_later_path_may_have_the_same_keys_and_wins()
    {
        _store.Values["/shared/Rate"] = "1";
        _store.Values["/shop/Rate"] = "2";

        await using var running = Start(parameters => parameters.Path("/shared").Path("/shop"));

        Assert.Equal("2", running.Services.GetRequiredService<IConfiguration>()["Rate"]);
    }

    [Fact]
    public async Task A_name_may_choose_a_version()
    {
        _store.Values["/shop/key:3"] = "the third";

        await using var running = Start(parameters => parameters.Name("/shop/key:3", "Key"));

        Assert.Equal("the third", running.Services.GetRequiredService<IConfiguration>()["Key"]);
    }

    [Fact]
    public void A_call_that_takes_too_long_at_start_is_one_sentence()
    {
        _store.Values["/shop/key"] = "1";
        _store.Gate = Task.FromCanceled(new CancellationToken(canceled: true));

        var exception = Assert.Throws<InvalidOperationException>(() => Start(parameters => parameters.Name("/shop/key", "Key")));

        Assert.StartsWith("Parameter Store cannot be read: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_give_the_keys_that_they_are_read_for_ten_a_call()
    {
        for (var index = 0; index < 11; index++)
            _store.Values[$"/n/{index}"] = $"value {index}";

        await using var running = Start(parameters =>
        {
            for (var index = 0; index < 11; index++)
                parameters.Name($"/n/{index}", $"Key{index}");
        });

        Assert.Equal("value 10", running.Services.GetRequiredService<IConfiguration>()["Key10"]);
        Assert.Equal(2, _store.Calls.Count);
    }

    [Theory]
    [InlineData("""{"username":"ann","port":5432}""", "Database:username", "ann")]
    [InlineData("""{"username":"ann","port":5432}""", "Database:port", "5432")]
    [InlineData("plain", "Database", "plain")]
    [InlineData("{no json", "Database", "{no json")]
    public async Task A_secret_gives_its_text_or_the_members_of_its_object(string value, string key, string expected)
    {
        _store.Values["/aws/reference/secretsmanager/shop/db"] = value;

        await using var running = Start(parameters => parameters.Secret("shop/db", "Database"));

        Assert.Equal(expected, running.Services.GetRequiredService<IConfiguration>()[key]);
    }

    [Fact]
    public void A_missing_parameter_is_reported_at_start()
    {
        _store.Values["/there"] = "1";

        var exception = Assert.Throws<InvalidOperationException>(
            () => Start(parameters => parameters.Name("/there", "A").Name("/gone", "Payments:ApiKey")));

        Assert.Equal("Parameter Store has no /gone, which Payments:ApiKey is read from.", exception.Message);
    }

    [Fact]
    public void An_empty_path_is_reported_at_start() => Assert.Equal(
        "Parameter Store has no parameter below /shop that this function may read.",
        Assert.Throws<InvalidOperationException>(() => Start(parameters => parameters.Path("/shop"))).Message);

    [Fact]
    public void A_store_that_cannot_be_read_is_reported_at_start()
    {
        _store.IsDown = true;

        var exception = Assert.Throws<InvalidOperationException>(() => Start(parameters => parameters.Path("/shop")));

        Assert.StartsWith("Parameter Store cannot be read: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_are_read_again_by_the_first_invocation_that_finds_them_too_old()
    {
        _store.Values["/shop/Shop/Currency"] = "EUR";
        await using var running = Start(parameters => parameters.Path("/shop").RenewAfter(TimeSpan.FromMinutes(10)));
        _store.Values["/shop/Shop/Currency"] = "CHF";

        _clock.Advance(TimeSpan.FromMinutes(10) - Tick);
        await RenewAsync(running);
        Assert.Equal("EUR", Currency(running));
        _clock.Advance(Tick);
        await RenewAsync(running);
        Assert.Equal("CHF", Currency(running));
        await RenewAsync(running);
        Assert.Equal(2, _store.Calls.Count);
    }

    [Fact]
    public async Task Where_the_store_fails_the_values_hold_on_and_the_next_attempt_waits_half_a_minute()
    {
        _store.Values["/shop/Shop/Currency"] = "EUR";
        await using var running = Start(parameters => parameters.Path("/shop"));
        _store.IsDown = true;
        _clock.Advance(TimeSpan.FromMinutes(5));

        await RenewAsync(running);
        Assert.Equal("EUR", Currency(running));
        Assert.Contains("Parameters could not be renewed", Log(), StringComparison.Ordinal);
        (_store.IsDown, _store.Values["/shop/Shop/Currency"]) = (false, "CHF");
        _clock.Advance(TimeSpan.FromSeconds(30) - Tick);
        await RenewAsync(running);
        Assert.Equal("EUR", Currency(running));
        _clock.Advance(Tick);
        await RenewAsync(running);
        Assert.Equal("CHF", Currency(running));
    }

    [Fact]
    public async Task Of_several_invocations_at_once_one_reads_and_the_others_go_on()
    {
        _store.Values["/shop/Shop/Currency"] = "EUR";
        await using var running = Start(parameters => parameters.Path("/shop"));
        _clock.Advance(TimeSpan.FromMinutes(5));
        var gate = new TaskCompletionSource();
        _store.Gate = gate.Task;

        var reading = RenewAsync(running);
        await RenewAsync(running).InTimeAsync();
        Assert.False(reading.IsCompleted);
        gate.SetResult();
        await reading.InTimeAsync();
        Assert.Equal(2, _store.Calls.Count);
    }

    [Fact]
    public void The_deployment_sees_what_is_read()
    {
        var service = Builder(inLambda: true);
        service.AddParameters(parameters => parameters.Path("/shop").Name("/a", "A").Secret("db", "Database"));

        Assert.Equal(
            [new ParameterResource("/shop", true), new ParameterResource("/a", false), new ParameterResource("/aws/reference/secretsmanager/db", false)],
            service.Services.Select(registration => registration.ImplementationInstance).OfType<ParameterResource>());
    }

    [Fact]
    public async Task Outside_Lambda_the_values_are_the_developer_s_own()
    {
        var service = Builder(inLambda: false);
        service.AddParameters(parameters => parameters.Name("/gone", "Payments:ApiKey"));
        service.Configuration["Payments:ApiKey"] = "mine";

        await using var running = service.Build().Start(telemetry: _log);

        Assert.Equal("mine", running.Services.GetRequiredService<IConfiguration>()["Payments:ApiKey"]);
        Assert.Empty(_store.Calls);
    }

    [Fact]
    public void Outside_Lambda_a_value_that_nobody_set_is_reported_at_start()
    {
        var service = Builder(inLambda: false);
        service.AddParameters(parameters => parameters.Name("/gone", "Payments:ApiKey"));

        var exception = Assert.Throws<InvalidOperationException>(() => service.Build().Start(telemetry: _log));

        Assert.Equal(
            "Payments:ApiKey is missing. In AWS it is read from /gone; here, set it with dotnet user-secrets set Payments:ApiKey VALUE, "
            + "or in appsettings.Development.json.",
            exception.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("shop")]
    [InlineData("/shop/")]
    public void A_name_that_is_no_full_name_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new ParameterSelection().Path(name));

    private RunningService Start(Action<ParameterSelection> choose)
    {
        var service = Builder(inLambda: true);
        service.AddParameters(choose);
        service.Services.AddSingleton<IAmazonSimpleSystemsManagement>(_store.Client());
        service.Services.AddSingleton<TimeProvider>(_clock);
        service.Services.AddOptions<ShopOptions>().BindConfiguration("Shop");
        return service.Build().Start(telemetry: _log);
    }

    private static MicroserviceBuilder Builder(bool inLambda) => new("Shop", [], [], local: null)
    {
        Environment = new LambdaEnvironment(name => inLambda && name == "AWS_LAMBDA_RUNTIME_API" ? "localhost:1" : null),
    };

    private static Task RenewAsync(RunningService running) =>
        running.Services.GetRequiredService<IRenewable>().RenewAsync(CancellationToken.None).AsTask();

    private static string Currency(RunningService running)
    {
        using var scope = running.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<ShopOptions>>().Value.Currency;
    }

    private string Log() => System.Text.Encoding.UTF8.GetString(_log.ToArray());
}
