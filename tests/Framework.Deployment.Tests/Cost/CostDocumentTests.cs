using System.Globalization;
using System.Text.Json.Nodes;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Reading;

namespace Framework.Deployment.Tests.Cost;

/// <summary>The table of <c>docs/cost.md</c> is the formula, on what the todo service's template holds.</summary>
public sealed class CostDocumentTests
{
    private const double Month = 730 * 3600;
    private const double Seconds = 0.02;
    private const double Gigabytes = 0.25;
    private const double Reads = 0.8;
    private const double LoggedBytes = 1300;
    private const double ResponseBytes = 1000;
    private const int MetricsPerEndpoint = 5;
    private const int FirewallRules = 4;

    private static readonly double[] Rates = [1, 100, 10_000];

    [Fact]
    public void The_table_is_the_formula()
    {
        var templates = TemplateWriter.Write(ModelReader.Read(TodoService.Build(), TodoService.Page));
        var resources = templates.Nested.Values.Append(templates.Root).SelectMany(template => template["Resources"]!.AsObject()).ToList();
        var functions = resources.Count(resource => Is(resource, "AWS::Lambda::Function"));
        var alarms = resources.Where(resource => Is(resource, "AWS::CloudWatch::Alarm")).Sum(resource => MetricsOf(resource.Value!));

        (string Name, Func<double, double> Cost)[] rows =
        [
            ("HTTP API", Prices.HttpApiRequest.Of),
            ("functions", requests => requests * (Prices.LambdaRequest + (Seconds * Gigabytes * Prices.LambdaGigabyteSecond))),
            ("table", requests => requests * ((Reads * Prices.Read) + ((1 - Reads) * Prices.Write))),
            ("logs", requests => requests * LoggedBytes / Prices.Gigabyte * Prices.LogGigabyte),
            ("CloudFront", requests => (requests * Prices.DistributionRequest) + Prices.DistributionGigabyte.Of(requests * ResponseBytes / Prices.Gigabyte)),
            ("firewall", requests => Prices.WebAcl + (FirewallRules * Prices.WebAclRule) + (requests * Prices.WebAclRequest)),
            ($"metrics of {functions} endpoints", _ => functions * MetricsPerEndpoint * Prices.CustomMetric),
            ($"alarms on {alarms} metrics, dashboard, secret", _ => (alarms * Prices.AlarmMetric) + Prices.Dashboard + Prices.Secret),
        ];
        var lines = rows.Select(row => $"| {row.Name} | {string.Join(" | ", Rates.Select(rate => Dollars(row.Cost(rate * Month))))} |")
            .Append($"| **together** | {string.Join(" | ", Rates.Select(rate => $"**{Dollars(rows.Sum(row => row.Cost(rate * Month)))}**"))} |")
            .Append($"| a REST API in place of the HTTP API | {string.Join(" | ", Rates.Select(rate => $"+ {Dollars(Prices.RestApiRequest.Of(rate * Month) - Prices.HttpApiRequest.Of(rate * Month))}"))} |");

        DocumentPart.AssertSame(
            "cost", "month", $"| dollars a month at | 1 request a second | 100 | 10,000 |\n|---|---|---|---|\n{string.Join('\n', lines)}\n");
    }

    private static bool Is(KeyValuePair<string, JsonNode?> resource, string type) => (string?)resource.Value!["Type"] == type;

    private static int MetricsOf(JsonNode alarm) => alarm["Properties"]!["Metrics"] is JsonArray metrics
        ? metrics.Count(metric => metric!["MetricStat"] is not null)
        : 1;

    private static string Dollars(double value) => value.ToString("N2", CultureInfo.InvariantCulture);
}
