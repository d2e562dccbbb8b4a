using System.Text;
using System.Text.Json;
using Framework.Http;
using Framework.Metrics;
using Framework.Tests.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Tests.Metrics;

public sealed class MetricsTests
{
    private static readonly string[] Own = ["Requests", "Duration", "ClientErrors", "ServerErrors", "ColdStarts"];

    [Fact]
    public async Task A_request_is_one_line_of_embedded_metrics()
    {
        await using var service = New(_ => { });

        await service.SendAsync(new HttpApiEvent("GET", "/a").As("user-1").ToJson(), "request-7");
        await service.SendAsync(new HttpApiEvent("GET", "/nothing"));

        var lines = service.Metrics.ToList();
        Assert.All(lines, AssertValid);
        Assert.Equal(2, lines.Count);
        Assert.Equal(("GET /a", "request-7", "user-1", 200), (Text(lines[0], "Endpoint"), Text(lines[0], "requestId"), Text(lines[0], "caller"), lines[0].GetProperty("status").GetInt32()));
        Assert.Equal((1, 0), (lines[0].GetProperty("ColdStarts").GetInt32(), lines[1].GetProperty("ColdStarts").GetInt32()));
        Assert.Equal(("(none)", 1), (Text(lines[1], "Endpoint"), lines[1].GetProperty("ClientErrors").GetInt32()));
        Assert.Equal(Own, Names(lines[0]));
    }

    [Fact]
    public async Task Recorded_values_leave_with_the_request_also_when_it_fails()
    {
        await using var service = New(metrics =>
        {
            metrics.Count("Orders");
            metrics.Count("Orders", 2);
            metrics.Record("Paid", TimeSpan.FromSeconds(1.5));
            throw new InvalidOperationException();
        });

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        var line = service.Metrics.Last();
        AssertValid(line);
        Assert.Equal([1, 2], line.GetProperty("Orders").EnumerateArray().Select(value => value.GetDouble()));
        Assert.Equal([1500], line.GetProperty("Paid").EnumerateArray().Select(value => value.GetDouble()));
    }

    [Fact]
    public async Task More_than_the_format_takes_goes_to_further_lines()
    {
        await using var service = New(metrics =>
        {
            for (var index = 0; index < 250; index++)
                metrics.Count($"Metric{index}");
            for (var index = 0; index < 250; index++)
                metrics.Record("Values", index);
        });

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        var lines = service.Metrics.Skip(1).ToList();
        Assert.All(lines, AssertValid);
        Assert.Equal(Enumerable.Range(0, 250).Select(value => (double)value), lines.Where(line => line.TryGetProperty("Values", out _))
            .SelectMany(line => line.GetProperty("Values").EnumerateArray()).Select(value => value.GetDouble()).Order());
        Assert.Equal(251, lines.SelectMany(Names).Distinct().Count());
    }

    [Fact]
    public async Task Long_names_and_many_values_stay_under_the_size_of_a_line()
    {
        await using var service = New(metrics =>
        {
            for (var index = 0; index < 100 * 100; index++)
                metrics.Record($"{new string('\u20ac', 1000)}{index % 100}", Math.PI * index);
        });

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.All(service.Metrics, AssertValid);
        Assert.Equal(10_000, service.Metrics.Skip(1).Sum(line => Names(line).Sum(name => line.GetProperty(name).GetArrayLength())));
    }

    [Fact]
    public async Task One_name_in_two_units_is_two_lines()
    {
        await using var service = New(metrics =>
        {
            metrics.Record("Size", 1, MetricUnit.Bytes);
            metrics.Record("Size", 2, MetricUnit.Percent);
            metrics.Record("Size", 3, MetricUnit.Bytes);
        });

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        var lines = service.Metrics.Skip(1).ToList();
        Assert.All(lines, AssertValid);
        Assert.Equal(
            [("Bytes", "[1,3]"), ("Percent", "[2]")],
            lines.Select(line => (
                Text(line.GetProperty("_aws").GetProperty("CloudWatchMetrics")[0].GetProperty("Metrics")[0], "Unit"), line.GetProperty("Size").GetRawText())));
    }

    [Theory]
    [InlineData("Duration")]
    [InlineData("Requests")]
    [InlineData("_aws")]
    [InlineData("Service")]
    [InlineData("timestamp")]
    [InlineData("Endpoint")]
    [InlineData("level")]
    [InlineData("requestId")]
    [InlineData("ClientErrors")]
    [InlineData("ServerErrors")]
    [InlineData("ColdStarts")]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_name_that_is_taken_or_none_is_left_out(string name)
    {
        await using var service = New(metrics => metrics.Record(name, 12345));

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal(200, response.Status);
        AssertValid(Assert.Single(service.Metrics));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.MaxValue)]
    public async Task A_value_that_CloudWatch_would_refuse_is_left_out(double value)
    {
        await using var service = New(metrics => metrics.Record("Mine", value));

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        AssertValid(Assert.Single(service.Metrics));
    }

    [Theory]
    [InlineData(1024, 0, true)]
    [InlineData(1025, 0, false)]
    [InlineData(1, 2.3485425827738332e108, true)]
    [InlineData(1, -2.3485425827738332e108, true)]
    [InlineData(1, 2.3485425827738336e108, false)]
    [InlineData(1, -2.3485425827738336e108, false)]
    public async Task A_metric_is_kept_up_to_the_limits_of_CloudWatch(int nameLength, double value, bool isKept)
    {
        await using var service = New(metrics => metrics.Record(new string('m', nameLength), value, MetricUnit.Seconds));

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal(isKept ? 2 : 1, service.Metrics.Count());
        if (isKept)
            Assert.Equal([value], service.Metrics.Last().GetProperty(new string('m', nameLength)).EnumerateArray().Select(one => one.GetDouble()));
    }

    [Fact]
    public async Task A_line_is_full_at_100_metrics_and_at_100_values()
    {
        await using var service = New(metrics =>
        {
            for (var index = 0; index < 100; index++)
                metrics.Count($"Metric{index}");
            for (var index = 1; index < 100; index++)
                metrics.Count("Metric0");
        });

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        var line = Assert.Single(service.Metrics.Skip(1));
        Assert.Equal((100, 100), (Names(line).Length, line.GetProperty("Metric0").GetArrayLength()));
    }

    [Theory]
    [InlineData(200, 0, 0)]
    [InlineData(399, 0, 0)]
    [InlineData(400, 1, 0)]
    [InlineData(499, 1, 0)]
    [InlineData(500, 0, 1)]
    public async Task An_error_is_the_client_s_or_the_server_s(int status, int client, int server)
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a", _ => ValueTask.FromResult(new Response(status)))]);

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        var line = Assert.Single(service.Metrics);
        Assert.Equal(
            (1, client, server, status),
            (line.GetProperty("Requests").GetInt32(), line.GetProperty("ClientErrors").GetInt32(), line.GetProperty("ServerErrors").GetInt32(), line.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task The_service_s_own_metrics_have_units()
    {
        await using var service = New(metrics => metrics.Record("Waited", TimeSpan.FromMilliseconds(2)));

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal(
            ["Count", "Milliseconds", "Count", "Count", "Count", "Milliseconds"],
            service.Metrics.SelectMany(line => line.GetProperty("_aws").GetProperty("CloudWatchMetrics")[0].GetProperty("Metrics").EnumerateArray())
                .Select(metric => Text(metric, "Unit")));
        Assert.Equal("request-1", Text(service.Metrics.Last(), "requestId"));
    }

    [Fact]
    public async Task Values_from_parallel_tasks_are_all_kept()
    {
        await using var service = New(metrics => Parallel.For(0, 1000, _ => metrics.Count("Parallel")));

        await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal(1000, service.Metrics.Skip(1).Sum(line => line.GetProperty("Parallel").GetArrayLength()));
    }

    [Fact]
    public async Task A_value_of_no_invocation_is_left_out()
    {
        await using var service = New(_ => { });

        service.Running.Services.GetRequiredService<IMetrics>().Count("Nobody");

        Assert.Empty(service.Lines);
    }

    [Fact]
    public async Task An_output_that_fails_never_breaks_a_request()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a")], telemetry: new BrokenStream());

        Assert.Equal(200, (await service.SendAsync(new HttpApiEvent("GET", "/a"))).Status);
    }

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
    private static void AssertValid(JsonElement line)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(line.GetRawText()), 1, 256 * 1024);
        Assert.True(line.GetProperty("_aws").GetProperty("Timestamp").GetInt64() > 0);
        var directive = Assert.Single(line.GetProperty("_aws").GetProperty("CloudWatchMetrics").EnumerateArray());
        Assert.Equal("Tests", directive.GetProperty("Namespace").GetString());
        Assert.Equal(
            ["Service", "Endpoint"],
            Assert.Single(directive.GetProperty("Dimensions").EnumerateArray()).EnumerateArray().Select(name => name.GetString()));
        var names = Names(line);
        Assert.InRange(names.Length, 1, 100);
        Assert.Equal(names.Length, names.Distinct().Count());
        foreach (var name in names)
        {
            Assert.InRange(name.Length, 1, 1024);
            var value = line.GetProperty(name);
            Assert.True(value.ValueKind == JsonValueKind.Number || value.GetArrayLength() is >= 1 and <= 100);
        }
        Assert.Equal(line.EnumerateObject().Count(), line.EnumerateObject().Select(property => property.Name).Distinct().Count());
        Assert.Equal(JsonValueKind.String, line.GetProperty("Service").ValueKind);
        Assert.Equal(JsonValueKind.String, line.GetProperty("Endpoint").ValueKind);
    }

    private static string[] Names(JsonElement line) =>
    [
        .. line.GetProperty("_aws").GetProperty("CloudWatchMetrics")[0].GetProperty("Metrics").EnumerateArray()
            .Select(metric => metric.GetProperty("Name").GetString()!),
    ];

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private static TestService New(Action<IMetrics> record) => new([new TestEndpoint("GET", "/a", context =>
    {
        record(context.Services.GetRequiredService<IMetrics>());
        return ValueTask.FromResult(new Response(200));
    })]);
}
