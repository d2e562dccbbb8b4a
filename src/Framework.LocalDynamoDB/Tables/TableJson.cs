using System.Text.Json.Serialization;

namespace Framework.LocalDynamoDB.Tables;

[JsonSerializable(typeof(TableDefinition))]
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
internal sealed partial class TableJson : JsonSerializerContext;
