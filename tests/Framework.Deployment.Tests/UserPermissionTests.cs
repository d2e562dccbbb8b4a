using System.Text.Json.Nodes;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Model;
using Framework.Deployment.Reading;
using Framework.Deployment.Tests.Spec;
using Framework.Functions;

namespace Framework.Deployment.Tests;

/// <summary>What the browser of a signed-in user may call by itself.</summary>
public sealed class UserPermissionTests
{
    private const string Photos = "arn:${AWS::Partition}:s3:::photos/${!cognito-identity.amazonaws.com:sub}/*";

    private static readonly RouteModel Closed = new("GET", "/items", "GetItem", "GetItem", IsOpen: false);

    [Fact]
    public void A_service_without_one_has_no_identity_pool() => Assert.False(Resources().ContainsKey("UserIdentities"));

    [Fact]
    public void The_role_is_for_signed_in_users_of_this_pool_and_may_do_what_the_code_says()
    {
        var role = Resources(new UserPermissionAttribute("s3:GetObject", Photos))["UserRole"]!["Properties"]!;
        var trust = role["AssumeRolePolicyDocument"]!["Statement"]![0]!;
        var statement = role["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray().Single()!;

        Assert.Equal("UserIdentities", (string?)trust["Condition"]!["StringEquals"]!["cognito-identity.amazonaws.com:aud"]!["Ref"]);
        Assert.Equal("authenticated", (string?)trust["Condition"]!["ForAnyValue:StringLike"]!["cognito-identity.amazonaws.com:amr"]);
        Assert.Equal("s3:GetObject", (string?)statement["Action"]![0]);
        Assert.Equal(Photos, (string?)statement["Resource"]!["Fn::Sub"]);
    }

    [Fact]
    public void Where_no_endpoint_needs_a_user_a_permission_is_refused_in_a_sentence()
    {
        var exception = Assert.Throws<DeploymentException>(() => UserPermissionReader.Read("Shop", [Closed with { IsOpen = true }], [new("s3:GetObject", Photos)]));

        Assert.StartsWith("Shop has [assembly: UserPermission(...)] and no endpoint that needs a user", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_template_has_no_fault()
    {
        Assert.SkipWhen(ServiceSpec.Missing is not null, ServiceSpec.Missing ?? "");

        Assert.Empty(TemplateCheck.Faults(Root(new UserPermissionAttribute("s3:GetObject", Photos))));
    }

    private static JsonObject Resources(params UserPermissionAttribute[] permissions) => Root(permissions)["Resources"]!.AsObject();

    private static JsonObject Root(params UserPermissionAttribute[] permissions) =>
        TemplateWriter.Write(new DeploymentModel("Shop", new DeploymentAttribute(), [], [Closed], [])
        {
            UserPermissions = UserPermissionReader.Read("Shop", [Closed], permissions),
        }).Root;
}
