using System.Runtime.CompilerServices;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Reading;
using Framework.Deployment.Tests.Spec;
using Framework.Deployment.Yaml;
using Framework.Functions;

namespace Framework.Deployment.Tests;

/// <summary>The templates of the reference service, held to AWS's description and to the example in <c>docs</c>.</summary>
public sealed class TodoTemplateTests
{
    [Theory]
    [MemberData(nameof(Forms))]
    public void They_have_no_fault(string form, ApiType api, FunctionLayout functions)
    {
        Assert.SkipWhen(ServiceSpec.Missing is not null, ServiceSpec.Missing ?? "");
        var templates = Templates(api, functions);

        Assert.All(templates.Files, file => Assert.Empty(TemplateCheck.Faults(file.Value)));
        Assert.NotEmpty(form);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void They_are_the_example_of_the_documents(string form, ApiType api, FunctionLayout functions)
    {
        var templates = Templates(api, functions);
        var folder = Path.GetFullPath(Path.Combine(Here(), $"../../docs/examples/todo/{form}"));

        Assert.All(templates.Files, file => AssertSame(folder, file.Key, YamlWriter.Write(file.Value)));
        Assert.Equal(templates.Files.Count(), Directory.GetFiles(folder).Length);
    }

    public static TheoryData<string, ApiType, FunctionLayout> Forms => new()
    {
        { "http-api", ApiType.HttpApi, FunctionLayout.OnePerEndpoint },
        { "http-api-one", ApiType.HttpApi, FunctionLayout.OneForAll },
        { "rest-api", ApiType.RestApi, FunctionLayout.OnePerEndpoint },
        { "rest-api-one", ApiType.RestApi, FunctionLayout.OneForAll },
    };

    private static TemplateSet Templates(ApiType api, FunctionLayout functions) =>
        TemplateWriter.Write(ModelReader.Read(TodoService.Build(), TodoService.Page, new DeploymentAttribute { Api = api, Functions = functions }));

    private static void AssertSame(string folder, string file, string actual)
    {
        var path = Path.Combine(folder, $"{file}.yaml");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(path, actual);
        }
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
