using System.Runtime.CompilerServices;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Reading;
using Framework.Deployment.Tests.Spec;
using Framework.Deployment.Yaml;

namespace Framework.Deployment.Tests;

/// <summary>The templates of the reference service, held to AWS's description and to the example in <c>docs</c>.</summary>
public sealed class TodoTemplateTests
{
    [Fact]
    public void They_have_no_fault()
    {
        Assert.SkipWhen(ServiceSpec.Missing is not null, ServiceSpec.Missing ?? "");
        var templates = TemplateWriter.Write(ModelReader.Read(TodoService.Build(), TodoService.Page));

        Assert.All(templates.Files, file => Assert.Empty(TemplateCheck.Faults(file.Value)));
    }

    [Fact]
    public void They_are_the_example_of_the_documents()
    {
        var templates = TemplateWriter.Write(ModelReader.Read(TodoService.Build(), TodoService.Page));

        Assert.All(templates.Files, file => AssertSame(file.Key, YamlWriter.Write(file.Value)));
        Assert.Equal(templates.Files.Count(), Directory.GetFiles(Example).Length);
    }

    private static string Example => Path.GetFullPath(Path.Combine(Here(), "../../docs/examples/todo/http-api"));

    private static void AssertSame(string file, string actual)
    {
        var path = Path.Combine(Example, $"{file}.yaml");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
