using System.Text.Json.Serialization;

namespace Readme;

[Table]
public sealed partial record TodoItem([property: PartitionKey] string Owner, [property: SortKey] string Id, string Title);

public sealed record Report(long Todos)
{
    public static async Task<Report> OfAsync(IReadTable<TodoItem> todos, string owner, CancellationToken cancellation) =>
        new(await todos.CountAsync(TodoItem.Partition(owner), cancellation));
}

[JsonSerializable(typeof(Report))]
internal sealed partial class ReportJson : JsonSerializerContext;
