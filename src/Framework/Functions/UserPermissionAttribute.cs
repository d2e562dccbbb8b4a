namespace Framework.Functions;

/// <summary>What a signed-in user's browser may call in AWS by itself, past the API: <c>[assembly: UserPermission("s3:GetObject",
/// "arn:${AWS::Partition}:s3:::photos/${!cognito-identity.amazonaws.com:sub}/*")]</c>. A service with one gets a Cognito identity pool,
/// which exchanges the user's token for credentials of a role with these permissions alone.</summary>
/// <param name="action">The action, such as <c>s3:GetObject</c>.</param>
/// <param name="resource">The ARN that it is for, as <c>Fn::Sub</c> takes it: <c>${AWS::Region}</c> is CloudFormation's, <c>${!name}</c> is
/// a variable of the policy.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html">roles of identity
/// pools</see>.</remarks>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class UserPermissionAttribute(string action, string resource) : Attribute
{
    /// <summary>The action.</summary>
    public string Action { get; } = action;

    /// <summary>The ARN.</summary>
    public string Resource { get; } = resource;
}
