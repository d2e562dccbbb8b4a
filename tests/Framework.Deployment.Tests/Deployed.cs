using System.Text.Json.Nodes;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Model;
using Framework.Deployment.Reading;
using Framework.Deployment.Tests.Spec;
using Framework.Functions;
using Framework.Hosting;

namespace Framework.Deployment.Tests;

/// <summary>The resources of a service's templates, each of which holds to AWS's description.</summary>
internal sealed class Deployed
{
    private readonly Dictionary<string, JsonObject> _resources = [];

    private Deployed(TemplateSet templates)
    {
        Root = templates.Root;
        foreach (var (stack, template) in templates.Nested.Prepend(KeyValuePair.Create("", templates.Root)))
        {
            if (ServiceSpec.Missing is null)
                Assert.Empty(TemplateCheck.Faults(template));
            foreach (var (id, resource) in template["Resources"]!.AsObject())
            {
                _resources.Add(id, resource!.AsObject());
                Stacks.Add(id, stack);
            }
        }
    }

    public static Deployed Of(Microservice service, DeploymentAttribute settings, Func<DeploymentModel, DeploymentModel>? change = null)
    {
        var model = ModelReader.Read(service, settings: settings);
        return new(TemplateWriter.Write(change?.Invoke(model) ?? model));
    }

    public JsonObject Root { get; }

    /// <summary>In which stack each resource is.</summary>
    public Dictionary<string, string> Stacks { get; } = [];

    /// <summary>A resource by its logical id.</summary>
    public JsonObject this[string id] => _resources[id];

    public bool Has(string id) => _resources.ContainsKey(id);

    /// <summary>All resources of a type.</summary>
    public IReadOnlyList<JsonObject> Of(string type) => [.. _resources.Values.Where(resource => resource["Type"]!.GetValue<string>() == type)];

    /// <summary>The properties of the only resource of a type.</summary>
    public JsonObject Only(string type) => Assert.Single(Of(type))["Properties"]!.AsObject();

    /// <summary>The properties of the only resource of a type with such a property.</summary>
    public JsonObject Only(string type, string property, string value) =>
        Assert.Single(Of(type), resource => resource["Properties"]![property]?.ToString() == value)["Properties"]!.AsObject();

    /// <summary>What a function's environment has.</summary>
    public JsonObject Variables(string function) => _resources[$"{function}Function"]["Properties"]!["Environment"]?["Variables"]!.AsObject() ?? [];
}
