using System.Text.Json.Nodes;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Yaml;

namespace Framework.Deployment.Aws;

/// <summary>Reads what is deployed.</summary>
/// <param name="aws">The CLI.</param>
/// <param name="calls">Its commands.</param>
internal sealed class StackReader(AwsCli aws, AwsCalls calls)
{
    private const string Nested = "AWS::CloudFormation::Stack";

    /// <summary>Reads a stack.</summary>
    /// <param name="stack">Its name or its ARN.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The stack; null where there is none.</returns>
    public async Task<StackState?> FindAsync(string stack, CancellationToken cancellation)
    {
        try
        {
            return StackState.Read(await aws.JsonAsync(calls.Stack(stack), cancellation));
        }
        catch (AwsException exception) when (exception.Code == "ValidationError" && exception.Message.Contains("does not exist", StringComparison.Ordinal))
        {
            return null;
        }
    }

    /// <summary>Reads the templates of a stack and its nested stacks, by the names that <see cref="TemplateSet.Files"/> has.</summary>
    public async Task<IReadOnlyDictionary<string, JsonObject>> TemplatesAsync(string stack, CancellationToken cancellation)
    {
        var templates = new Dictionary<string, JsonObject> { [TemplateSet.RootName] = await TemplateAsync(stack, cancellation) };
        foreach (var nested in (await ResourcesAsync(stack, cancellation)).Where(resource => resource.Type == Nested))
            templates[$"{char.ToLowerInvariant(nested.LogicalId[0])}{nested.LogicalId[1..]}"] = await TemplateAsync(nested.PhysicalId, cancellation);
        return templates;
    }

    /// <summary>Reads the template of a single stack where it is there.</summary>
    /// <returns>The template by the name given; nothing where there is no such stack.</returns>
    public async Task<IEnumerable<KeyValuePair<string, JsonObject>>> SingleAsync(string name, string stack, CancellationToken cancellation) =>
        await FindAsync(stack, cancellation) is { IsDraft: false } ? [KeyValuePair.Create(name, await TemplateAsync(stack, cancellation))] : [];

    /// <summary>Lists the resources of one stack.</summary>
    public async Task<IReadOnlyList<StackResource>> ResourcesAsync(string stack, CancellationToken cancellation)
    {
        var list = (await aws.JsonAsync(calls.Resources(stack), cancellation))["StackResourceSummaries"] as JsonArray ?? [];
        return [.. list.Select(one => StackResource.Read(one!))];
    }

    // YAML comes as a text, JSON as an object.
    private async Task<JsonObject> TemplateAsync(string stack, CancellationToken cancellation) =>
        (await aws.JsonAsync(calls.Template(stack), cancellation))["TemplateBody"] switch
        {
            JsonObject template => template,
            var text => YamlReader.Read(text!.GetValue<string>()),
        };
}
