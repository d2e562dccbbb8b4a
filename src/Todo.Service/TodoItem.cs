using System.Text.Json.Serialization;

namespace Todo.Service;

/// <summary>One thing to do. Each owner has a partition. Ids rise with time, so a partition is in the order of creation.</summary>
[Table]
public sealed partial record TodoItem(
    [property: PartitionKey, JsonIgnore] string Owner,
    [property: SortKey] Guid Id,
    string Title,
    bool Completed,
    DateTimeOffset CreatedAt,
    [property: Version] long Version = 0)
{
    public static TodoItem New(string owner, string title, DateTimeOffset now, Guid? id = null) =>
        new(owner, id ?? Guid.CreateVersion7(now), title, Completed: false, now);

    /// <summary>An owner's todos, oldest first.</summary>
    public static Query<TodoItem> Of(string owner, TodoStatus status) => status == TodoStatus.All
        ? Partition(owner)
        : Partition(owner).Where(Attributes.Completed.IsEqualTo(status == TodoStatus.Completed));
}
