using Framework.Deployment.Tests.Support;

namespace Framework.Deployment.Tests.Deploying;

/// <summary><c>diff</c> against a folder and against what is deployed.</summary>
public sealed class DiffTests : IDisposable
{
    private readonly TestDeployment _deployment = new(TodoService.Build, TodoService.Page);

    [Fact]
    public async Task The_todo_service_differs_in_nothing_from_its_own_templates()
    {
        var (code, output, _) = await _deployment.RunAsync("diff", "--against", Repository.File("docs/examples/todo/http-api"));

        Assert.Equal((0, "Nothing differs."), (code, output.TrimEnd()));
    }

    [Fact]
    public async Task It_differs_in_nothing_from_what_was_deployed_with_another_package()
    {
        _deployment.HasStack();

        var (code, output, errors) = await _deployment.RunAsync("diff");

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(["Todo-Service-dev in eu-central-1, CREATE_COMPLETE", "Nothing differs."], output.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Before_the_first_deployment_all_is_added()
    {
        var (_, output, _) = await _deployment.RunAsync("diff");

        Assert.StartsWith("There is no stack Todo-Service-dev in eu-central-1 yet.", output, StringComparison.Ordinal);
        Assert.Contains("+ TodosTable (AWS::DynamoDB::Table)", output, StringComparison.Ordinal);
        Assert.EndsWith(" added, 0 changed, 0 removed.", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_must_be_confirmed_stands_out()
    {
        var folder = _deployment.Folder.Path;
        foreach (var file in Directory.GetFiles(Repository.File("docs/examples/todo/http-api")))
        {
            var text = File.ReadAllText(file).Replace("- AttributeName: owner\n        KeyType: HASH", "- AttributeName: id\n        KeyType: HASH", StringComparison.Ordinal)
                .Replace("            - dynamodb:DeleteItem\n", "", StringComparison.Ordinal);
            _deployment.Folder.Write($"old/{Path.GetFileName(file)}", text);
        }

        var (code, output, _) = await _deployment.RunAsync("diff", "--against", Path.Combine(folder, "old"));

        Assert.Equal(0, code);
        Assert.Contains("~ TodosTable (AWS::DynamoDB::Table)", output, StringComparison.Ordinal);
        Assert.Contains("  ! REPLACES: it is made anew, as Properties.KeySchema", output, StringComparison.Ordinal);
        Assert.Contains("the new one is empty, and the one before stays beside it", output, StringComparison.Ordinal);
        Assert.Contains("  ! WIDENS A PERMISSION: newly allowed: dynamodb:DeleteItem on TodosTableArn", output, StringComparison.Ordinal);
        Assert.Contains("! REPLACES 1 time: deploy asks for --allow-replacement.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_templates_is_one_sentence()
    {
        var (code, _, errors) = await _deployment.RunAsync("diff", "--against", "/nowhere");

        Assert.Equal((1, "/nowhere holds no templates: template --output /nowhere writes them."), (code, errors.TrimEnd()));
    }

    [Fact]
    public async Task A_damaged_template_is_one_sentence()
    {
        _deployment.Folder.Write("old/template.yaml", "Resources: [");

        var (code, _, errors) = await _deployment.RunAsync("diff", "--against", Path.Combine(_deployment.Folder.Path, "old"));

        Assert.Equal(1, code);
        Assert.StartsWith("The template cannot be read: line ", errors, StringComparison.Ordinal);
    }

    public void Dispose() => _deployment.Dispose();
}
