using System.Text.Json.Nodes;
using Framework.Deployment.Model;
using Framework.Deployment.Reading;

namespace Framework.Deployment.CloudFormation;

/// <summary>The users: a pool, its sign-in page, the page's client, and the groups that the code requires.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html">
/// AWS::Cognito::UserPool</see>.</remarks>
internal static class UserResources
{
    public const string Client = "UsersClient";
    public const string Issuer = "https://cognito-idp.${AWS::Region}.amazonaws.com/${Users}";
    public const string SignInPage = "https://${SignInPrefix}.auth.${AWS::Region}.amazoncognito.com";
    public const string Pool = "Users";

    public static void Add(ResourceSet resources, DeploymentModel model)
    {
        if (!model.HasUsers)
            return;
        var pool = Cfn.Resource("AWS::Cognito::UserPool", new JsonObject
        {
            ["DeletionProtection"] = "ACTIVE",
            ["UsernameAttributes"] = new JsonArray("email"),
            ["AutoVerifiedAttributes"] = new JsonArray("email"),
            ["AccountRecoverySetting"] = new JsonObject
            {
                ["RecoveryMechanisms"] = new JsonArray(new JsonObject { ["Name"] = "verified_email", ["Priority"] = 1 }),
            },
            ["Policies"] = new JsonObject { ["PasswordPolicy"] = new JsonObject { ["MinimumLength"] = 12 } },
        });
        pool["DeletionPolicy"] = "Retain";
        pool["UpdateReplacePolicy"] = "Retain";
        resources.Add(Pool, pool);
        resources.Add("UsersDomain", Cfn.Resource("AWS::Cognito::UserPoolDomain", new JsonObject
        {
            ["UserPoolId"] = Cfn.Ref(Pool),
            ["Domain"] = Cfn.Ref("SignInPrefix"),
        }));
        var client = Cfn.Resource("AWS::Cognito::UserPoolClient", ClientProperties(model));
        if (ScopeResources.Add(resources, model) is { Count: > 0 } servers)
            client["DependsOn"] = Cfn.Array(servers);
        resources.Add(Client, client);
        foreach (var group in model.Groups)
        {
            resources.Add($"{LogicalId.Of(group)}Group", Cfn.Resource("AWS::Cognito::UserPoolGroup", new JsonObject
            {
                ["UserPoolId"] = Cfn.Ref(Pool),
                ["GroupName"] = group,
            }));
        }
    }

    private static JsonObject ClientProperties(DeploymentModel model) => new()
    {
        ["UserPoolId"] = Cfn.Ref(Pool),
        ["GenerateSecret"] = false,
        ["AllowedOAuthFlowsUserPoolClient"] = true,
        ["AllowedOAuthFlows"] = new JsonArray("code"),
        ["AllowedOAuthScopes"] = Cfn.Array(["openid", "email", .. model.Scopes.Except(["openid", "email"])]),
        ["SupportedIdentityProviders"] = new JsonArray("COGNITO"),
        ["CallbackURLs"] = new JsonArray(Page(model)),
        ["LogoutURLs"] = new JsonArray(Page(model)),
        ["PreventUserExistenceErrors"] = "ENABLED",
        ["EnableTokenRevocation"] = true,
    };

    private static JsonObject Page(DeploymentModel model) => model.Page is null ? Cfn.Ref("PageUrl") : PageResources.Address;
}
