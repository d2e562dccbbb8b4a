using System.Globalization;
using System.Text.Json.Nodes;
using Framework.Deployment.Model;
using Framework.Resources;

namespace Framework.Deployment.CloudFormation;

/// <summary>Alarms that ring: Lambda's four metrics of every function, the API's and the service's own faults, throttles of the tables.
/// One alarm watches ten functions, the most that metric math takes.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create-alarm-on-metric-math-expression.html">
/// alarms on metric math</see>. A function that answers 500 does not raise <c>Errors</c>, so the faults are watched as well.</remarks>
internal static class AlarmResources
{
    private const int MaxMetrics = 10;
    private const string Topic = "Alarms";

    public static void Add(ResourceSet resources, DeploymentModel model)
    {
        resources.Add(Topic, Cfn.Resource("AWS::SNS::Topic"));
        if (ApiResources.Faults(model) is { } faults)
            resources.Add("ApiFaultsAlarm", Alarm("The API responds with 5xx", 1, Metric(faults.Namespace, faults.Name, "Sum", faults.Dimensions)));
        foreach (var table in model.Tables)
            resources.Add($"{TableResources.Id(table)}ThrottlesAlarm", OfTable(table));
        foreach (var stack in Stacks(model))
        {
            foreach (var (index, functions) in stack.Chunk(MaxMetrics).Index())
                AddFunctions(resources, model, functions, stack.Key, $"{stack.Key}{Number(index)}");
            foreach (var (index, chunk) in Endpoints(model, stack).Chunk(MaxMetrics).Index())
                resources.Add($"{stack.Key}{Number(index)}FaultsAlarm", OfEndpoints(model, chunk), stack.Key);
        }
    }

    /// <summary>The alarms that say that a function fails, which are in its own stack; ten functions share one.</summary>
    public static IReadOnlyList<string> Of(DeploymentModel model, FunctionModel function)
    {
        var stack = Stacks(model).Single(stack => stack.Contains(function));
        var served = Endpoints(model, [function]).ToHashSet(StringComparer.Ordinal);
        var faults = Endpoints(model, stack).Chunk(MaxMetrics).Index().Where(chunk => chunk.Item.Any(served.Contains)).Select(chunk => $"{stack.Key}{Number(chunk.Index)}FaultsAlarm");
        // A group of CodeDeploy takes ten alarms.
        return [.. faults.Prepend($"{stack.Key}{Number(stack.ToList().IndexOf(function) / MaxMetrics)}ErrorsAlarm").Take(MaxMetrics)];
    }

    private static IEnumerable<IGrouping<string, FunctionModel>> Stacks(DeploymentModel model) => model.Functions.GroupBy(function => Placement.Of(model, function));

    private static IEnumerable<string> Endpoints(DeploymentModel model, IEnumerable<FunctionModel> functions)
    {
        var names = functions.Select(function => function.Name).ToHashSet(StringComparer.Ordinal);
        return model.Routes.Where(route => names.Contains(route.Function)).Select(route => route.Endpoint)
            .Concat(model.WebSocketRoutes.Where(route => names.Contains(route.Function)).Select(route => route.Endpoint))
            .Distinct().Order(StringComparer.Ordinal);
    }

    private static void AddFunctions(ResourceSet resources, DeploymentModel model, FunctionModel[] functions, string stack, string prefix)
    {
        const string Total = "SUM(METRICS())";
        resources.Add($"{prefix}ErrorsAlarm", OfFunctions("Invocations failed", functions, "Errors", "Sum", Total, 1), stack);
        resources.Add($"{prefix}ThrottlesAlarm", OfFunctions("Invocations were throttled", functions, "Throttles", "Sum", Total, 1), stack);
        resources.Add(
            $"{prefix}DurationAlarm",
            OfFunctions("The slowest hundredth of the invocations of a function takes over 80 % of its time-out", functions, "Duration", "p99", Shares(functions), 80),
            stack);
        resources.Add(
            $"{prefix}InvocationsAlarm",
            OfFunctions("More invocations in a minute than the API's throttle lets through", functions, "Invocations", "Sum", Total, model.Settings.ThrottleRate * 60),
            stack);
    }

    private static JsonObject OfTable(TableResource table) => Alarm("Calls of the table are throttled", 1,
    [
        Query("reads", Metric("AWS/DynamoDB", "ReadThrottleEvents", "Sum", ("TableName", Cfn.Ref(TableResources.Id(table))))),
        Query("writes", Metric("AWS/DynamoDB", "WriteThrottleEvents", "Sum", ("TableName", Cfn.Ref(TableResources.Id(table))))),
        Expression("SUM(METRICS())"),
    ]);

    private static string Number(int index) => index == 0 ? "" : (index + 1).ToString(CultureInfo.InvariantCulture);

    private static JsonObject OfFunctions(
        string description, FunctionModel[] functions, string metric, string statistic, string expression, double threshold)
    {
        var queries = functions.Select((function, index) => Query(
            $"m{index}", Metric("AWS/Lambda", metric, statistic, ("FunctionName", Cfn.Ref(FunctionResources.Id(function))))));
        var alarm = new JsonObject { [Cfn.Comment] = string.Join(", ", functions.Select(function => function.Name)) };
        foreach (var (name, value) in Alarm(description, threshold, [.. queries, Expression(expression)]))
            alarm[name] = value!.DeepClone();
        return alarm;
    }

    private static JsonObject OfEndpoints(DeploymentModel model, string[] endpoints) => Alarm("Endpoints respond with 5xx", 1,
    [
        .. endpoints.Select((endpoint, index) => Query(
            $"m{index}", Metric(model.Service, "ServerErrors", "Sum", ("Service", model.Service), ("Endpoint", endpoint)))),
        Expression("SUM(METRICS())"),
    ]);

    private static string Shares(FunctionModel[] functions) =>
        $"MAX([{string.Join(", ", functions.Select((function, index) => string.Create(CultureInfo.InvariantCulture, $"m{index} / {function.Settings.TimeoutSeconds * 10}")))}])";

    private static JsonObject Alarm(string description, double threshold, JsonObject metric)
    {
        var properties = Properties(description, threshold);
        properties["Namespace"] = metric["Metric"]!["Namespace"]!.DeepClone();
        properties["MetricName"] = metric["Metric"]!["MetricName"]!.DeepClone();
        properties["Dimensions"] = metric["Metric"]!["Dimensions"]!.DeepClone();
        properties["Statistic"] = metric["Stat"]!.DeepClone();
        properties["Period"] = metric["Period"]!.DeepClone();
        return Cfn.Resource("AWS::CloudWatch::Alarm", properties);
    }

    private static JsonObject Alarm(string description, double threshold, JsonArray queries)
    {
        var properties = Properties(description, threshold);
        properties["Metrics"] = queries;
        return Cfn.Resource("AWS::CloudWatch::Alarm", properties);
    }

    private static JsonObject Properties(string description, double threshold) => new()
    {
        ["AlarmDescription"] = description,
        ["AlarmActions"] = new JsonArray(Cfn.Ref(Topic)),
        ["ComparisonOperator"] = "GreaterThanOrEqualToThreshold",
        ["Threshold"] = threshold,
        ["EvaluationPeriods"] = 1,
        ["TreatMissingData"] = "notBreaching",
    };

    private static JsonObject Metric(string space, string name, string statistic, params (string Name, JsonNode Value)[] dimensions) => new()
    {
        ["Metric"] = new JsonObject
        {
            ["Namespace"] = space,
            ["MetricName"] = name,
            ["Dimensions"] = Cfn.Array(dimensions.Select(dimension => (JsonNode)new JsonObject { ["Name"] = dimension.Name, ["Value"] = dimension.Value })),
        },
        ["Period"] = 60,
        ["Stat"] = statistic,
    };

    private static JsonObject Query(string id, JsonObject metric) => new JsonObject { ["Id"] = id, ["MetricStat"] = metric, ["ReturnData"] = false };

    private static JsonObject Expression(string expression) => new JsonObject { ["Id"] = "all", ["Expression"] = expression, ["ReturnData"] = true };
}
