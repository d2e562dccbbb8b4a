using System.Globalization;
using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>Reads StreamSpecification.</summary>
internal static class StreamReader
{
    public static StreamDefinition? Read(JsonElement request, DateTimeOffset now)
    {
        if (request.Member("StreamSpecification") is not { } specification)
            return null;
        var viewType = specification.Text("StreamViewType");
        if (specification.Flag("StreamEnabled") != true)
            return viewType is null ? null : throw DynamoDBException.Validation(
                "One or more parameter values were invalid: "
                + "StreamViewType cannot be specified when StreamEnabled is false");
        if (viewType is null)
            throw DynamoDBException.Validation("One or more parameter values were invalid: "
                + "StreamViewType must be specified when StreamEnabled is true");
        return new(now.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture), viewType, now);
    }
}
