using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.Local.Access;

/// <summary>Holds each call of a table to the policy of the function that makes it. A function signs with its endpoint's name as its
/// access key.</summary>
internal sealed class TableAccess
{
    private volatile FunctionPolicies _policies = FunctionPolicies.None;

    /// <summary>The policies of the service that is served.</summary>
    public FunctionPolicies Policies
    {
        get => _policies;
        set => _policies = value;
    }

    /// <summary>Checks a request.</summary>
    /// <param name="accessKey">The access key that signed it.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="request">Its body.</param>
    /// <exception cref="DynamoDBException">The function may not call it.</exception>
    public void Check(string accessKey, string operation, JsonElement request)
    {
        var policies = _policies;
        foreach (var call in TableCalls.Of(operation, request))
        {
            if (policies.Denial(accessKey, call) is { } denial)
                throw DynamoDBException.AccessDenied(denial);
        }
    }
}
