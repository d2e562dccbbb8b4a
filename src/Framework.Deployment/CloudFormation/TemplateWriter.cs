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
        ApiDomainResources.Add(resources, model);
        PageResources.Add(resources, model);
        IdentityPoolResources.Add(resources, model);
        AlarmResources.Add(resources, model);
        ShiftResources.Add(resources, model);
        DashboardResources.Add(resources, model);
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
            var (endpoints, parameters) = NestedStack.Of($"Endpoints of {model.Service}, made from its code by Framework", resources.Of(stack));
            nested[file] = endpoints;
            root[stack] = Cfn.Resource("AWS::CloudFormation::Stack", new JsonObject
            {
                ["TemplateURL"] = Cfn.Sub($"https://${{CodeBucket}}.s3.${{AWS::Region}}.${{AWS::URLSuffix}}/${{TemplatePrefix}}{file}.yaml"),
                ["Parameters"] = parameters,
            });
        }
        var template = new JsonObject
        {
            ["AWSTemplateFormatVersion"] = "2010-09-09",
            ["Description"] = $"{model.Service}, made from its code by Framework",
            ["Parameters"] = Parameters(model, resources, nested.Count > 0),
        };
        if (model.Page is { } page)
            template["Conditions"] = PageResources.Conditions(page);
        else if (ApiDomainResources.IsPossible(model))
            template["Conditions"] = ApiDomainResources.Conditions();
        template["Resources"] = root;
        template["Outputs"] = Outputs(model);
        return new TemplateSet(template, nested)
        {
            Firewall = model.Page is { Settings.Firewall: true } guarded ? FirewallTemplate.Write(model, guarded) : null,
        };
    }

    private static JsonObject Parameters(DeploymentModel model, ResourceSet resources, bool isNested)
    {
        var parameters = new JsonObject
        {
            ["CodeBucket"] = Cfn.Parameter("The bucket that holds the package of the functions"),
            ["CodeKey"] = Cfn.Parameter("The key of the package in that bucket"),
        };
        if (isNested)
            parameters["TemplatePrefix"] = Cfn.Parameter("Where the templates of the nested stacks are in that bucket, with a slash at the end");
        if (resources.Contains(LoadBalancerResources.LoadBalancer))
        {
            foreach (var (name, (type, description)) in LoadBalancerResources.Parameters)
                parameters[name] = new JsonObject { ["Type"] = type, ["Description"] = description };
        }
        if (model.Page is { } page)
            PageResources.AddParameters(parameters, page);
        else if (ApiDomainResources.IsPossible(model))
            ApiDomainResources.AddParameters(parameters);
        if (!model.HasUsers)
            return parameters;
        parameters["SignInPrefix"] = Cfn.Parameter("The first part of the sign-in page's domain, unique in the region");
        if (model.Page is null)
            parameters["PageUrl"] = Cfn.Parameter("Where the page is: a user comes back to it after signing in and out");
        return parameters;
    }

    private static JsonObject Outputs(DeploymentModel model)
    {
        var outputs = new JsonObject(ApiResources.Outputs(model).Select(output => KeyValuePair.Create<string, JsonNode?>(output.Name, Output(output.Description, output.Value))));
        if (model.Page is not null)
        {
            outputs["Page"] = Output("The page's address", PageResources.Address);
            outputs["PageBucket"] = Output("The bucket of the page's files", Cfn.Ref(PageBucketResources.Bucket));
            outputs["PageDistribution"] = Output("The page's distribution", Cfn.Ref(PageDistributionResources.Distribution));
        }
        if (!model.HasUsers)
            return outputs;
        outputs["Issuer"] = Output("Who issues the tokens", Cfn.Sub(UserResources.Issuer));
        outputs["ClientId"] = Output("The page's client at the issuer", Cfn.Ref(UserResources.Client));
        if (model.UserPermissions.Count > 0)
            outputs["IdentityPoolId"] = Output("The identity pool, for pages that call AWS by themselves", Cfn.Ref(IdentityPoolResources.Pool));
        return outputs;
    }

    private static JsonObject Output(string description, JsonNode value) => new() { ["Description"] = description, ["Value"] = value };
}
