using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>The identity pool of a service whose pages call AWS by themselves: a signed-in user's token becomes credentials of one role,
/// which may do what the code says by <c>[assembly: UserPermission(...)]</c>.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypool.html">
/// AWS::Cognito::IdentityPool</see>.</remarks>
internal static class IdentityPoolResources
{
    public const string Pool = "UserIdentities";

    private const string Role = "UserRole";

    public static void Add(ResourceSet resources, DeploymentModel model)
    {
        if (model.UserPermissions.Count == 0)
            return;
        resources.Add(Pool, Cfn.Resource("AWS::Cognito::IdentityPool", new JsonObject
        {
            ["AllowUnauthenticatedIdentities"] = false,
            ["CognitoIdentityProviders"] = new JsonArray(new JsonObject
            {
                ["ClientId"] = Cfn.Ref(UserResources.Client),
                ["ProviderName"] = Cfn.Attribute(UserResources.Pool, "ProviderName"),
                // A user who signed out everywhere, or was deleted, gets no credentials.
                ["ServerSideTokenCheck"] = true,
            }),
        }));
        resources.Add(Role, Cfn.Resource("AWS::IAM::Role", new JsonObject
        {
            ["AssumeRolePolicyDocument"] = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(SignedIn()) },
            ["Policies"] = new JsonArray(new JsonObject
            {
                ["PolicyName"] = "UserPermissions",
                ["PolicyDocument"] = new JsonObject
                {
                    ["Version"] = "2012-10-17",
                    ["Statement"] = Cfn.Array(model.UserPermissions.Select(permission =>
                        (JsonNode)Cfn.Allow(permission.Reason, Cfn.Array(permission.Actions), Cfn.Sub(permission.Arn!)))),
                },
            }),
        }));
        resources.Add("UserIdentitiesRoles", Cfn.Resource("AWS::Cognito::IdentityPoolRoleAttachment", new JsonObject
        {
            ["IdentityPoolId"] = Cfn.Ref(Pool),
            ["Roles"] = new JsonObject { ["authenticated"] = Cfn.Attribute(Role, "Arn") },
        }));
    }

    // Without these conditions, any identity pool of anybody could take the role.
    private static JsonObject SignedIn() => new()
    {
        ["Effect"] = "Allow",
        ["Principal"] = new JsonObject { ["Federated"] = "cognito-identity.amazonaws.com" },
        ["Action"] = "sts:AssumeRoleWithWebIdentity",
        ["Condition"] = new JsonObject
        {
            ["StringEquals"] = new JsonObject { ["cognito-identity.amazonaws.com:aud"] = Cfn.Ref(Pool) },
            ["ForAnyValue:StringLike"] = new JsonObject { ["cognito-identity.amazonaws.com:amr"] = "authenticated" },
        },
    };
}
