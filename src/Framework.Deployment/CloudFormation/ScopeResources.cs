using System.Text.Json.Nodes;
using Framework.Deployment.Model;
using Framework.Deployment.Reading;

namespace Framework.Deployment.CloudFormation;

/// <summary>The scopes that the code requires, as Cognito has them: <c>SERVER/SCOPE</c>.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html">
/// Cognito's documentation</see>.</remarks>
internal static class ScopeResources
{
    /// <summary>Adds the resource servers.</summary>
    /// <returns>Their ids, which a client with those scopes must wait for.</returns>
    public static IReadOnlyList<string> Add(ResourceSet resources, DeploymentModel model)
    {
        var ids = new List<string>();
        foreach (var server in model.Scopes.Where(scope => !ApiCheck.IsCognitos(scope)).Select(Parts).GroupBy(scope => scope.Server, scope => scope.Name))
        {
            ids.Add($"{LogicalId.Of(server.Key)}Scopes");
            resources.Add(ids[^1], Cfn.Resource("AWS::Cognito::UserPoolResourceServer", new JsonObject
            {
                ["UserPoolId"] = Cfn.Ref(UserResources.Pool),
                ["Identifier"] = server.Key,
                ["Name"] = server.Key,
                ["Scopes"] = Cfn.Array(server.Select(name => (JsonNode)new JsonObject { ["ScopeName"] = name, ["ScopeDescription"] = name })),
            }));
        }
        return ids;
    }

    private static (string Server, string Name) Parts(string scope)
    {
        var slash = scope.LastIndexOf('/');
        return (scope[..slash], scope[(slash + 1)..]);
    }
}
