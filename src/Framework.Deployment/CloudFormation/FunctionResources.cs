using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Framework.Deployment.Model;
using Framework.Functions;

namespace Framework.Deployment.CloudFormation;

/// <summary>The functions: each with its log group, its role, a version and the alias that the API calls.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html">
/// AWS::Lambda::Function</see>.</remarks>
internal static class FunctionResources
{
    public const string AliasName = "live";

    private const string CursorKey = "CursorKey";

    public static string Id(FunctionModel function) => $"{function.Name}Function";

    /// <summary>The alias, whose <c>Ref</c> is its ARN.</summary>
    public static string Alias(FunctionModel function) => $"{function.Name}Alias";

    public static string Logs(FunctionModel function) => $"{function.Name}Logs";

    public static void Add(ResourceSet resources, DeploymentModel model, string? codeHash)
    {
        if (model.Functions.Any(function => function.UsesCursors))
            resources.Add(CursorKey, Key());
        foreach (var function in model.Functions)
        {
            var properties = Properties(model, function);
            var version = $"{function.Name}Version{VersionHash(properties, codeHash)}";
            var stack = Placement.Of(model, function);
            resources.Add(Logs(function), LogGroup(model), stack);
            resources.Add($"{function.Name}Role", Role(function), stack);
            resources.Add(Id(function), Cfn.Resource("AWS::Lambda::Function", properties), stack);
            resources.Add(version, Version(function), stack);
            resources.Add(Alias(function), AliasOf(model, function, version), stack);
        }
    }

    // Lambda publishes a version where code or settings differ from the last one, and fails where they do not: so the name of the version
    // changes with both and with nothing else. Reserved concurrency is of the function, not of a version.
    private static string? VersionHash(JsonObject properties, string? codeHash)
    {
        if (codeHash is null)
            return null;
        var versioned = string.Join('\n', properties.Where(property => property.Key != "ReservedConcurrentExecutions").Select(property => $"{property.Key}={property.Value?.ToJsonString()}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{codeHash}\n{versioned}")))[..16];
    }

    private static JsonObject AliasOf(DeploymentModel model, FunctionModel function, string version)
    {
        var alias = Cfn.Resource("AWS::Lambda::Alias", new JsonObject
        {
            ["Name"] = AliasName,
            ["FunctionName"] = Cfn.Ref(Id(function)),
            ["FunctionVersion"] = Cfn.Attribute(version, "Version"),
        });
        if (ShiftResources.UpdatePolicy(model, function) is { } policy)
            alias["UpdatePolicy"] = policy;
        return alias;
    }

    private static JsonObject LogGroup(DeploymentModel model) =>
        Cfn.Resource("AWS::Logs::LogGroup", new JsonObject { ["RetentionInDays"] = model.Settings.LogRetentionDays });

    private static JsonObject Version(FunctionModel function)
    {
        var version = Cfn.Resource("AWS::Lambda::Version", new JsonObject { ["FunctionName"] = Cfn.Ref(Id(function)) });
        // An alias may go back to an earlier version.
        version["DeletionPolicy"] = "Retain";
        return version;
    }

    private static JsonObject Properties(DeploymentModel model, FunctionModel function)
    {
        var settings = function.Settings;
        var properties = new JsonObject
        {
            ["Description"] = $"{model.Service}: {(function.Handler == "*" ? "all endpoints" : function.Handler)}",
            ["Runtime"] = settings.Runtime == FunctionRuntime.Managed ? "dotnet10" : "provided.al2023",
            ["Architectures"] = new JsonArray(settings.Architecture == FunctionArchitecture.Arm64 ? "arm64" : "x86_64"),
            ["Handler"] = settings.Runtime == FunctionRuntime.Managed ? model.Service : function.Handler,
            ["Code"] = new JsonObject { ["S3Bucket"] = Cfn.Ref("CodeBucket"), ["S3Key"] = Cfn.Ref("CodeKey") },
            ["MemorySize"] = settings.MemoryMB,
            ["Timeout"] = settings.TimeoutSeconds,
            ["Role"] = Cfn.Attribute($"{function.Name}Role", "Arn"),
            ["LoggingConfig"] = new JsonObject { ["LogFormat"] = "JSON", ["LogGroup"] = Cfn.Ref(Logs(function)) },
        };
        if (settings.ReservedConcurrency > 0)
            properties["ReservedConcurrentExecutions"] = settings.ReservedConcurrency;
        if (Variables(model, function) is { Count: > 0 } variables)
            properties["Environment"] = new JsonObject { ["Variables"] = variables };
        return properties;
    }

    private static JsonObject Variables(DeploymentModel model, FunctionModel function)
    {
        var variables = new JsonObject();
        // The API sets the headers and answers preflights.
        if (model.Cors is not null)
            variables["FRAMEWORK_CORS"] = "gateway";
        if (function.Streams)
            variables["FRAMEWORK_RESPONSE_STREAMING"] = "true";
        if (function.UsesConnections)
            variables["FRAMEWORK_CONNECTIONS_ENDPOINT"] = Cfn.Sub(WebSocketApiResources.Connections);
        if (model.Settings.Api is ApiType.FunctionUrl or ApiType.LoadBalancer)
            AddIssuer(variables, model);
        if (function.Settings.Runtime == FunctionRuntime.Managed && function.Handler != "*")
            variables["FRAMEWORK_ENDPOINT"] = function.Handler;
        if (function.UsesCursors)
            variables["FRAMEWORK_CURSOR_KEY"] = Cfn.Sub($"{{{{resolve:secretsmanager:${{{CursorKey}}}}}}}=");
        foreach (var table in function.Tables)
            variables[table.Variable] = Cfn.Ref(TableResources.Id(table));
        return variables;
    }

    // Nobody else checks the tokens.
    private static void AddIssuer(JsonObject variables, DeploymentModel model)
    {
        if (model.Access is not (AccessType.UserPool or AccessType.Issuer))
            return;
        variables["FRAMEWORK_TOKEN_ISSUER"] = model.Settings.Issuer is { } issuer ? issuer : Cfn.Sub(UserResources.Issuer);
        variables["FRAMEWORK_TOKEN_AUDIENCE"] = model.Settings.Issuer is null ? Cfn.Ref(UserResources.Client) : string.Join(' ', model.Settings.Audiences);
    }

    // 43 letters and digits and '=' are 32 bytes in base64.
    private static JsonObject Key() => Cfn.Resource("AWS::SecretsManager::Secret", new JsonObject
    {
        ["Description"] = "Encrypts paging cursors, the same for all functions",
        ["GenerateSecretString"] = new JsonObject { ["PasswordLength"] = 43, ["ExcludePunctuation"] = true },
    });

    private static JsonObject Role(FunctionModel function)
    {
        var statements = new List<JsonNode>
        {
            Cfn.Allow("Its own logs", new JsonArray("logs:CreateLogStream", "logs:PutLogEvents"), Cfn.Attribute(Logs(function), "Arn")),
        };
        // A role's policy has 10,240 characters: what several constructors ask for is there once.
        statements.AddRange(function.Permissions.GroupBy(permission => (string.Join(' ', permission.Actions), permission.Table?.Name, permission.Arn)).Select(same =>
            Cfn.Allow(string.Join(", ", same.Select(permission => permission.Reason)), Cfn.Array(same.First().Actions), ResourceOf(same.First()))));
        return Cfn.Resource("AWS::IAM::Role", new JsonObject
        {
            ["AssumeRolePolicyDocument"] = Cfn.AssumedBy("lambda.amazonaws.com"),
            ["Policies"] = new JsonArray(new JsonObject
            {
                ["PolicyName"] = "Constructor",
                ["PolicyDocument"] = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = Cfn.Array(statements) },
            }),
        });
    }

    private static JsonNode ResourceOf(Permission permission)
    {
        if (permission.Table is not { } table)
            return Cfn.Sub(permission.Arn!);
        var arn = Cfn.Attribute(TableResources.Id(table), "Arn");
        return table.Indexes.Count == 0 ? arn : new JsonArray(arn, Cfn.Sub($"${{{TableResources.Id(table)}.Arn}}/index/*"));
    }
}
