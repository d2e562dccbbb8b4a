using System.Text.Json.Serialization;

namespace Framework.Local.DynamoDB.Tables;

/// <summary>The key of a table or index: a partition key and maybe a sort key.</summary>
internal sealed record KeySchema(KeyAttribute Hash, KeyAttribute? Range)
{
    [JsonIgnore]
    public IEnumerable<KeyAttribute> Attributes => Range is null ? [Hash] : [Hash, Range];
}
