using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>The URL of the one function.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html">Lambda's documentation</see>: a caller needs two
/// permissions.</remarks>
internal static class FunctionUrlResources
{
    private const string Url = "ApiUrl";

    public static JsonObject Address { get; } = Cfn.Attribute(Url, "FunctionUrl");

    public static void Add(ResourceSet resources, DeploymentModel model)
    {
        var function = model.Functions[0];
        var properties = new JsonObject
        {
            ["TargetFunctionArn"] = Cfn.Ref(FunctionResources.Id(function)),
            ["Qualifier"] = FunctionResources.AliasName,
            ["AuthType"] = model.Settings.UsesIam ? "AWS_IAM" : "NONE",
            ["InvokeMode"] = function.Streams ? "RESPONSE_STREAM" : "BUFFERED",
        };
        if (model.Cors is { } cors)
            properties["Cors"] = Cors(cors);
        var url = Cfn.Resource("AWS::Lambda::Url", properties);
        url["DependsOn"] = new JsonArray(FunctionResources.Alias(function));
        resources.Add(Url, url);
        // Those who sign their requests have their own permissions.
        if (model.Settings.UsesIam)
            return;
        resources.Add("ApiUrlPermission", Permission(function, new JsonObject { ["Action"] = "lambda:InvokeFunctionUrl", ["FunctionUrlAuthType"] = "NONE" }));
        resources.Add("ApiUrlInvokePermission", Permission(function, new JsonObject { ["Action"] = "lambda:InvokeFunction", ["InvokedViaFunctionUrl"] = true }));
    }

    private static JsonObject Permission(FunctionModel function, JsonObject properties)
    {
        properties.Insert(0, "FunctionName", Cfn.Ref(FunctionResources.Alias(function)));
        properties.Insert(1, "Principal", "*");
        return Cfn.Resource("AWS::Lambda::Permission", properties);
    }

    // A URL answers OPTIONS itself, and does not take it as a method.
    private static JsonObject Cors(CorsModel cors)
    {
        var properties = new JsonObject
        {
            [Cfn.Comment] = "As service.Cors says. The URL answers preflights; the function sets no headers of its own.",
            ["AllowOrigins"] = Cfn.Array(cors.Origins),
            ["AllowMethods"] = Cfn.Array(cors.Methods.Where(method => method != "OPTIONS")),
            ["AllowHeaders"] = Cfn.Array(cors.Headers),
            ["ExposeHeaders"] = Cfn.Array(cors.ExposedHeaders),
            ["MaxAge"] = cors.MaxAgeSeconds,
        };
        if (cors.AllowsCredentials)
            properties["AllowCredentials"] = true;
        return properties;
    }
}
