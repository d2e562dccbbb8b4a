using System.Text.Json.Serialization;

namespace Visits;

/// <summary>A visit to a page, forgotten after thirty days.</summary>
[Table]
public sealed partial record Visit(
    [property: PartitionKey] string Page,
    [property: SortKey] DateTimeOffset At,
    string Visitor,
    [property: ExpiresAt, JsonIgnore] DateTimeOffset ForgetAt);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RecordVisit.Body))]
[JsonSerializable(typeof(Page<Visit>))]
internal sealed partial class VisitsJson : JsonSerializerContext;
