using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>The paths of a REST API: a resource a segment. They are in the root, as endpoints of several stacks are below one path.</summary>
internal static class RestPaths
{
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html: AWS can raise it.
    private const int MaxResources = 300;

    /// <summary>The resource of a path, as a method names it.</summary>
    public static JsonObject Id(string path) => path == "/" ? Cfn.Attribute(ApiIds.Api, "RootResourceId") : Cfn.Ref(ApiIds.Path(path));

    /// <exception cref="DeploymentException">A REST API cannot have such paths, or so many.</exception>
    public static void Add(RestDefinition definition, DeploymentModel model)
    {
        var paths = model.Routes.SelectMany(route => Prefixes(route.Template)).Distinct().Order(StringComparer.Ordinal).ToList();
        if (paths.Count > MaxResources)
            throw new DeploymentException(
                $"{model.Service} has {paths.Count} paths, and a REST API takes {MaxResources} unless AWS raises the quota: use an HTTP API with one function, or divide the service.");
        foreach (var path in paths)
        {
            Check(paths, path);
            var slash = path.LastIndexOf('/');
            definition.Add(ApiIds.Path(path), Cfn.Resource("AWS::ApiGateway::Resource", new JsonObject
            {
                [Cfn.Comment] = path,
                ["RestApiId"] = Cfn.Ref(ApiIds.Api),
                ["ParentId"] = Id(slash == 0 ? "/" : path[..slash]),
                ["PathPart"] = path[(slash + 1)..],
            }));
        }
    }

    private static IEnumerable<string> Prefixes(string template)
    {
        for (var end = template.IndexOf('/', 1); end > 0; end = template.IndexOf('/', end + 1))
            yield return template[..end];
        if (template != "/")
            yield return template;
    }

    private static void Check(List<string> paths, string path)
    {
        var slash = path.LastIndexOf('/');
        var segment = path[(slash + 1)..];
        // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
        if (!segment.All(letter => char.IsAsciiLetterOrDigit(letter) || "-._:,{}+".Contains(letter, StringComparison.Ordinal)) || (segment[0] != '{' && segment.Contains('+', StringComparison.Ordinal)))
            throw new DeploymentException($"The path {path} has the segment {segment}, and a REST API takes letters, digits, '-', '.', '_', ':' and ',': rename it, or use an HTTP API.");
        if (segment[0] == '{' && paths.Find(other => other != path && other.LastIndexOf('/') == slash && other.StartsWith($"{path[..slash]}/{{", StringComparison.Ordinal)) is { } sibling)
            throw new DeploymentException($"The paths {path} and {sibling} have two parameters in one place, and a REST API takes one: give them the same name, or use an HTTP API.");
    }
}
