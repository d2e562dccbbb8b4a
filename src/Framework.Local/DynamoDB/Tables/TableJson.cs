using System.Text.Json.Serialization;

namespace Framework.Local.DynamoDB.Tables;

[JsonSerializable(typeof(TableDefinition))]
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
internal sealed partial class TableJson : JsonSerializerContext;
