namespace Todo.Service;

/// <summary>A change to a todo, made from the version that the caller saw.</summary>
public record TodoChange(long Version, string? Title = null, bool? Completed = null)
{
    public Update<TodoItem> ToUpdate()
    {
        var update = Update.Of<TodoItem>().IfVersion(Version);
        if (Title is not null)
            update = update.Set(TodoItem.Attributes.Title, Title.Trim());
        if (Completed is { } completed)
            update = update.Set(TodoItem.Attributes.Completed, completed);
        return update;
    }
}
