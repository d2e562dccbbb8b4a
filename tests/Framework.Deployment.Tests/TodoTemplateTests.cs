using System.Runtime.CompilerServices;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Reading;
using Framework.Deployment.Tests.Spec;
using Framework.Deployment.Yaml;

namespace Framework.Deployment.Tests;

/// <summary>The template of the reference service, held to AWS's description and to the example in <c>docs</c>.</summary>
public sealed class TodoTemplateTests
{
    [Fact]
    public void It_has_no_fault()
    {
        Assert.SkipWhen(ServiceSpec.Missing is not null, ServiceSpec.Missing ?? "");
        Assert.Empty(TemplateCheck.Faults(TemplateWriter.Write(ModelReader.Read(TodoService.Build()))));
    }

    [Fact]
    public void It_is_the_example_of_the_documents()
    {
        var actual = YamlWriter.Write(TemplateWriter.Write(ModelReader.Read(TodoService.Build())));
        var path = Path.Combine(Here(), "../../docs/examples/todo/http-api.yaml");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, actual);

        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
