namespace Framework.Functions;

/// <summary>An action of AWS that a class calls through a raw client, such as <c>IAmazonDynamoDB</c>: a constructor says which client it
/// needs, and not what for. On an endpoint, or on a service that endpoints ask for.</summary>
/// <param name="action">The action, such as <c>s3:GetObject</c>.</param>
/// <param name="resource">The ARN that it is for, with CloudFormation's <c>${AWS::Region}</c> and the like, as <c>Fn::Sub</c> takes it.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true)]
public sealed class PermissionAttribute(string action, string resource) : Attribute
{
    /// <summary>The action.</summary>
    public string Action { get; } = action;

    /// <summary>The ARN.</summary>
    public string Resource { get; } = resource;
}
