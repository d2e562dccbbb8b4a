using System.Text.Json;
using System.Text.Json.Serialization;

namespace Readme;

[Table]
public sealed partial record TodoItem(
    [property: PartitionKey, JsonIgnore] string Owner, [property: SortKey] Guid Id, string Title, DateTimeOffset CreatedAt)
{
    public static TodoItem New(string owner, string title, DateTimeOffset now) => new(owner, Guid.CreateVersion7(now), title, now);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CreateTodo.Body))]
[JsonSerializable(typeof(TodoItem))]
internal sealed partial class TodoJson : JsonSerializerContext;
