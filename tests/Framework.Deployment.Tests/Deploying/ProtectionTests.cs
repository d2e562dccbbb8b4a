using Framework.Deployment.CloudFormation;
using Framework.Deployment.Reading;
using Framework.Deployment.Stages;
using Framework.Deployment.Tests.Spec;

namespace Framework.Deployment.Tests.Deploying;

/// <summary>What a protected stage has more.</summary>
public sealed class ProtectionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tables_of_a_protected_stage_refuse_to_be_deleted(bool isProtected)
    {
        Assert.SkipWhen(ServiceSpec.Missing is not null, ServiceSpec.Missing ?? "");
        var templates = TemplateWriter.Write(ModelReader.Read(TodoService.Build(), TodoService.Page));

        var root = StageProtection.For(templates, new Stage("any") { IsProtected = isProtected }).Root;

        Assert.Equal(isProtected, root["Resources"]!["TodosTable"]!["Properties"]!["DeletionProtectionEnabled"]?.GetValue<bool>() ?? false);
        Assert.Empty(TemplateCheck.Faults(root));
        Assert.Null(templates.Root["Resources"]!["TodosTable"]!["Properties"]!["DeletionProtectionEnabled"]);
    }
}
