using Framework.Deployment.CloudFormation;
using Framework.Deployment.Comparison;
using Framework.Deployment.Reading;
using Framework.Deployment.Tests.Spec;

namespace Framework.Deployment.Tests.Comparison;

/// <summary>The table of what causes replacement is AWS's own description.</summary>
public sealed class FactsTests
{
    [Fact]
    public void The_table_is_that_of_the_description()
    {
        Assert.SkipWhen(ServiceSpec.Missing is not null, ServiceSpec.Missing ?? "");
        var spec = ServiceSpec.Instance.Value;

        Assert.All(ReplacementFacts.Properties, fact => Assert.Equal(
            spec.Resource(fact.Key)!.Value.GetProperty("properties").EnumerateObject()
                .Where(property => property.Value.TryGetProperty("causesReplacement", out var causes) && causes.GetString() is "yes" or "maybe")
                .Select(property => property.Name).Order(StringComparer.Ordinal),
            fact.Value));
        Assert.Equal(
            ReplacementFacts.Properties.Keys.Where(type => spec.Resource(type)!.Value.TryGetProperty("isStateful", out var stateful) && stateful.GetBoolean()).Order(),
            ReplacementFacts.Stateful.Order());
    }

    [Fact]
    public void It_has_every_type_that_the_templates_have()
    {
        var templates = TemplateWriter.Write(ModelReader.Read(TodoService.Build(), TodoService.Page));
        var types = templates.Files.SelectMany(template => template.Value["Resources"]!.AsObject()).Select(pair => pair.Value!["Type"]!.GetValue<string>()).Distinct();

        Assert.DoesNotContain(types, type => type != "AWS::CloudFormation::Stack" && !ReplacementFacts.Properties.ContainsKey(type));
    }
}
