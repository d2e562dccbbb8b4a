using Amazon.DynamoDBv2.DataModel;

namespace Framework.DynamoDB.Tests.Items;

/// <summary>A <see cref="Reading"/> as a service would have it that uses the SDK's own mapper.</summary>
[DynamoDBTable("readings")]
public sealed class ForeignReading
{
    [DynamoDBHashKey("sensor")] public Guid Sensor { get; set; }

    [DynamoDBRangeKey("number")] public int Number { get; set; }

    [DynamoDBProperty("value")] public decimal Value { get; set; }

    [DynamoDBProperty("note")] public string? Note { get; set; }

    [DynamoDBProperty("log")] public List<string> Log { get; set; } = [];

    [DynamoDBProperty("tags")] public HashSet<string> Tags { get; set; } = [];

    [DynamoDBProperty("codes")] public HashSet<int> Codes { get; set; } = [];

    [DynamoDBProperty("raw")] public byte[] Raw { get; set; } = [];
}
