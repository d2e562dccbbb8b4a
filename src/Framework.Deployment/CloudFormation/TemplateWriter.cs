using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>Writes the model as CloudFormation templates.</summary>
internal static class TemplateWriter
{
    /// <summary>Writes the templates: resources part by part, then divided among the stacks.</summary>
    /// <param name="model">The deployment.</param>
    /// <param name="codeHash">Names the version of the code, so that new code is a new version; null where it is not known.</param>
    /// <exception cref="DeploymentException">An API cannot hold so much.</exception>
    public static TemplateSet Write(DeploymentModel model, string? codeHash = null)
    {
        var resources = new ResourceSet();
        TableResources.Add(resources, model);
        UserResources.Add(resources, model);
        FunctionResources.Add(resources, model, codeHash);
        ApiResources.Add(resources, model);
        AlarmResources.Add(resources, model);
        ShiftResources.Add(resources, model);
        Quotas.Check(model, resources);
        return Divide(model, resources);
    }

    private static TemplateSet Divide(DeploymentModel model, ResourceSet resources)
    {
        var root = resources.Of(ResourceSet.Root);
        var nested = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var stack in resources.Stacks)
        {
            var file = $"{char.ToLowerInvariant(stack[0])}{stack[1..]}";
            var (template, parameters) = NestedStack.Of($"Endpoints of {model.Service}, made from its code by Framework", resources.Of(stack));
            nested[file] = template;
            root[stack] = Cfn.Resource("AWS::CloudFormation::Stack", new JsonObject
            {
                ["TemplateURL"] = Cfn.Sub($"https://${{CodeBucket}}.s3.${{AWS::Region}}.${{AWS::URLSuffix}}/${{TemplatePrefix}}{file}.yaml"),
                ["Parameters"] = parameters,
            });
        }
        return new TemplateSet(
            new JsonObject
            {
                ["AWSTemplateFormatVersion"] = "2010-09-09",
                ["Description"] = $"{model.Service}, made from its code by Framework",
                ["Parameters"] = Parameters(model, resources, nested.Count > 0),
                ["Resources"] = root,
                ["Outputs"] = Outputs(model),
            },
            nested);
    }

    private static JsonObject Parameters(DeploymentModel model, ResourceSet resources, bool isNested)
    {
        var parameters = new JsonObject
        {
            ["CodeBucket"] = Parameter("The bucket that holds the package of the functions"),
            ["CodeKey"] = Parameter("The key of the package in that bucket"),
        };
        if (isNested)
            parameters["TemplatePrefix"] = Parameter("Where the templates of the nested stacks are in that bucket, with a slash at the end");
        if (resources.Contains(LoadBalancerResources.LoadBalancer))
        {
            foreach (var (name, (type, description)) in LoadBalancerResources.Parameters)
                parameters[name] = Parameter(description, type);
        }
        if (!model.HasUsers)
            return parameters;
        parameters["SignInPrefix"] = Parameter("The first part of the sign-in page's domain, unique in the region");
        parameters["PageUrl"] = Parameter("Where the page is: a user comes back to it after signing in and out");
        return parameters;
    }

    private static JsonObject Parameter(string description, string type = "String") => new() { ["Type"] = type, ["Description"] = description };

    private static JsonObject Outputs(DeploymentModel model)
    {
        var outputs = new JsonObject(ApiResources.Outputs(model).Select(output => KeyValuePair.Create<string, JsonNode?>(output.Name, Output(output.Description, output.Value))));
        if (!model.HasUsers)
            return outputs;
        outputs["Issuer"] = Output("Who issues the tokens", Cfn.Sub(UserResources.Issuer));
        outputs["ClientId"] = Output("The page's client at the issuer", Cfn.Ref(UserResources.Client));
        return outputs;
    }

    private static JsonObject Output(string description, JsonNode value) => new() { ["Description"] = description, ["Value"] = value };
}
