using System.Text.Json.Nodes;
using Framework.Deployment.Model;
using Framework.Functions;

namespace Framework.Deployment.CloudFormation;

/// <summary>Writes the model as a CloudFormation template.</summary>
internal static class TemplateWriter
{
    /// <summary>Writes the template: parameters, resources part by part, outputs.</summary>
    /// <param name="model">The deployment.</param>
    /// <param name="codeHash">Names the version of the code, so that new code is a new version; null where it is not known.</param>
    /// <exception cref="DeploymentException">An API cannot hold so much.</exception>
    public static JsonObject Write(DeploymentModel model, string? codeHash = null)
    {
        var resources = new JsonObject();
        TableResources.Add(resources, model);
        UserResources.Add(resources, model);
        FunctionResources.Add(resources, model, codeHash);
        if (model.Settings.Api == ApiType.HttpApi)
            HttpApiResources.Add(resources, model);
        else
            throw new DeploymentException("A REST API is not written yet: leave Api out of [assembly: Deployment(...)], or set ApiType.HttpApi.");
        AlarmResources.Add(resources, model);
        return new JsonObject
        {
            ["AWSTemplateFormatVersion"] = "2010-09-09",
            ["Description"] = $"{model.Service}, made from its code by Framework",
            ["Parameters"] = Parameters(model),
            ["Resources"] = resources,
            ["Outputs"] = Outputs(model),
        };
    }

    private static JsonObject Parameters(DeploymentModel model)
    {
        var parameters = new JsonObject
        {
            ["CodeBucket"] = Parameter("The bucket that holds the package of the functions"),
            ["CodeKey"] = Parameter("The key of the package in that bucket"),
        };
        if (!model.HasUsers)
            return parameters;
        parameters["SignInPrefix"] = Parameter("The first part of the sign-in page's domain, unique in the region");
        parameters["PageUrl"] = Parameter("Where the page is: a user comes back to it after signing in and out");
        return parameters;
    }

    private static JsonObject Parameter(string description) => new() { ["Type"] = "String", ["Description"] = description };

    private static JsonObject Outputs(DeploymentModel model)
    {
        var outputs = new JsonObject { ["Api"] = Output("The API's address", Cfn.Attribute("Api", "ApiEndpoint")) };
        if (!model.HasUsers)
            return outputs;
        outputs["Issuer"] = Output("Who issues the tokens", Cfn.Sub(UserResources.Issuer));
        outputs["ClientId"] = Output("The page's client at the issuer", Cfn.Ref(UserResources.Client));
        return outputs;
    }

    private static JsonObject Output(string description, JsonNode value) => new() { ["Description"] = description, ["Value"] = value };
}
