using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>Reads SSESpecification. Nothing here is encrypted; the key is kept and described.</summary>
internal static class EncryptionReader
{
    // The key that AWS manages for DynamoDB (API reference, SSESpecification).
    private const string ManagedKey = "alias/aws/dynamodb";
    private const string Invalid = "One or more parameter values were invalid: ";

    /// <returns>The ARN of the key, or null where the table has the key that is DynamoDB's own.</returns>
    public static string? Read(JsonElement request, string region, string? current = null)
    {
        if (request.Member("SSESpecification") is not { } given)
            return current;
        var key = given.Text("KMSMasterKeyId");
        if (given.Text("SSEType") == "AES256")
            throw DynamoDBException.Validation($"{Invalid}SSEType AES256 is not supported: it must be KMS");
        if (given.Flag("Enabled") == true)
            return ResourceArn.OfKey(region, key ?? ManagedKey);
        return key is null
            ? null
            : throw DynamoDBException.Validation($"{Invalid}KMSMasterKeyId can only be specified when SSE is enabled");
    }
}
