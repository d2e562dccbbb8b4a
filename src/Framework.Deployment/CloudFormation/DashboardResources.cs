using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Framework.Deployment.Model;
using Framework.Functions;

namespace Framework.Deployment.CloudFormation;

/// <summary>One dashboard: the page, the API, the functions, the endpoints and the tables, from the visitor to the data. Functions and
/// endpoints are found by a search, so a new one appears by itself.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html">the
/// structure of a dashboard's body</see> and <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html">
/// search expressions</see>.</remarks>
internal static class DashboardResources
{
    // A dashboard is 24 units wide: three graphs a row.
    private const int Width = 8;
    private const int Height = 6;
    private const int Columns = 24 / Width;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Add(ResourceSet resources, DeploymentModel model)
    {
        var graphs = Graphs(model).ToList();
        foreach (var (index, graph) in graphs.Index())
        {
            graph["x"] = index % Columns * Width;
            graph["y"] = index / Columns * Height;
        }
        resources.Add("Dashboard", Cfn.Resource("AWS::CloudWatch::Dashboard", new JsonObject
        {
            ["DashboardName"] = Cfn.Ref("AWS::StackName"),
            ["DashboardBody"] = Cfn.Sub($"{{\"widgets\":[\n{string.Join(",\n", graphs.Select(graph => graph.ToJsonString(Readable)))}\n]}}\n"),
        }));
    }

    private static IEnumerable<JsonObject> Graphs(DeploymentModel model)
    {
        if (model.Page is not null)
        {
            yield return Graph("Page: requests", "us-east-1", Global("Requests", "Sum"));
            yield return Graph("Page: errors in per cent", "us-east-1", Global("4xxErrorRate", "Average"), Global("5xxErrorRate", "Average"));
            JsonArray Global(string name, string statistic) =>
                Metric("AWS/CloudFront", name, statistic, "DistributionId", $"${{{PageDistributionResources.Distribution}}}", "Region", "Global");
        }
        foreach (var graph in Api(model))
            yield return graph;
        foreach (var (name, statistic) in new[] { ("Invocations", "Sum"), ("Errors", "Sum"), ("Throttles", "Sum"), ("Duration", "p99") })
            yield return Graph($"Functions: {name}", null, Search("\"AWS/Lambda\",FunctionName", $"MetricName=\"{name}\" FunctionName=\"${{AWS::StackName}}\"", statistic));
        foreach (var (name, statistic) in new[] { ("Requests", "Sum"), ("ServerErrors", "Sum"), ("Duration", "p99"), ("ColdStarts", "Sum") })
            yield return Graph($"Endpoints: {name}", null, Search($"\"{model.Service}\",Service,Endpoint", $"MetricName=\"{name}\"", statistic));
        if (model.Tables.Count == 0)
            yield break;
        yield return Tables(model, "Tables: units", "ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits");
        yield return Tables(model, "Tables: throttles", "ReadThrottleEvents", "WriteThrottleEvents");
    }

    private static IEnumerable<JsonObject> Api(DeploymentModel model)
    {
        if (model.Routes.Count == 0)
            yield break;
        var (space, requests, client, server, latency, dimensions) = Metrics(model);
        yield return Graph("API: requests", null, Of(requests, "Sum"));
        yield return Graph("API: errors", null, Of(client, "Sum"), Of(server, "Sum"));
        yield return Graph("API: latency", null, Of(latency, "p50"), Of(latency, "p99"));
        JsonArray Of(string name, string statistic) => Metric(space, name, statistic, dimensions);
    }

    private static (string Space, string Requests, string Client, string Server, string Latency, string[] Dimensions) Metrics(DeploymentModel model) => model.Settings.Api switch
    {
        ApiType.RestApi => ("AWS/ApiGateway", "Count", "4XXError", "5XXError", "Latency", ["ApiName", "${AWS::StackName}", "Stage", model.Settings.ApiStage]),
        ApiType.FunctionUrl => ("AWS/Lambda", "UrlRequestCount", "Url4xxCount", "Url5xxCount", "UrlRequestLatency", ["FunctionName", $"${{{FunctionResources.Id(model.Functions[0])}}}"]),
        ApiType.LoadBalancer =>
            ("AWS/ApplicationELB", "RequestCount", "HTTPCode_Target_4XX_Count", "HTTPCode_ELB_5XX_Count", "TargetResponseTime", ["LoadBalancer", $"${{{LoadBalancerResources.LoadBalancer}.LoadBalancerFullName}}"]),
        _ => ("AWS/ApiGateway", "Count", "4xx", "5xx", "Latency", ["ApiId", $"${{{ApiIds.Api}}}"]),
    };

    private static JsonObject Tables(DeploymentModel model, string title, params string[] names) => Graph(title, null,
        [.. model.Tables.SelectMany(table => names.Select(name => Metric("AWS/DynamoDB", name, "Sum", "TableName", $"${{{TableResources.Id(table)}}}")))]);

    private static JsonArray Metric(string space, string name, string statistic, params string[] dimensions) =>
        new([space, name, .. dimensions.Select(dimension => (JsonNode)dimension), new JsonObject { ["stat"] = statistic }]);

    private static JsonArray Search(string schema, string terms, string statistic) =>
        new(new JsonObject { ["expression"] = $"SEARCH('{{{schema}}} {terms}', '{statistic}', 60)" });

    private static JsonObject Graph(string title, string? region, params JsonArray[] metrics) => new()
    {
        ["type"] = "metric",
        ["x"] = 0,
        ["y"] = 0,
        ["width"] = Width,
        ["height"] = Height,
        ["properties"] = new JsonObject
        {
            ["title"] = title,
            ["region"] = region ?? "${AWS::Region}",
            ["view"] = "timeSeries",
            ["period"] = 60,
            ["metrics"] = new JsonArray([.. metrics]),
        },
    };
}
