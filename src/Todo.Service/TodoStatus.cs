namespace Todo.Service;

/// <summary>Which todos a list shows.</summary>
public enum TodoStatus
{
    All,
    Active,
    Completed,
}
