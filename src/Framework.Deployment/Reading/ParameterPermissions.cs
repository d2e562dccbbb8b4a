using Framework.Deployment.Model;
using Framework.Resources;

namespace Framework.Deployment.Reading;

/// <summary>What a function may do that reads parameters and secrets when it starts.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html">the actions of
/// Systems Manager</see> and <see href="https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html">how
/// Parameter Store reads secrets</see>.</remarks>
internal static class ParameterPermissions
{
    private const string Parameter = "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter";
    private const string Secret = "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:";
    private const string SecretPrefix = "/aws/reference/secretsmanager/";

    public static IEnumerable<Permission> Of(ParameterResource resource)
    {
        var reason = $"AddParameters reads {resource.Name}";
        // /shop/key:3 names a version.
        var name = resource.Name.Split(':')[0];
        if (resource.IsPath)
            return [new(reason, ["ssm:GetParametersByPath"], Table: null, Parameter + name), new(reason, ["ssm:GetParametersByPath"], Table: null, $"{Parameter}{name}/*")];
        var read = new Permission(reason, ["ssm:GetParameters"], Table: null, Parameter + name);
        // Secrets Manager adds a hyphen and six characters to a secret's name.
        return name.StartsWith(SecretPrefix, StringComparison.Ordinal)
            ? [read, new(reason, ["secretsmanager:GetSecretValue"], Table: null, $"{Secret}{name[SecretPrefix.Length..]}-??????")]
            : [read];
    }
}
