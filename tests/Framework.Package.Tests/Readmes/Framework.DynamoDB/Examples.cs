namespace Readme;

// What the examples refer to and do not show.
internal sealed partial class Examples(
    string[] args,
    MicroserviceBuilder service,
    Caller caller,
    ITable<TodoItem> todos,
    TodoItem item,
    ITable<Order> orders,
    Order order,
    ITable<OrderLine> lines,
    ITable<Stock> stock,
    ITable<User> users,
    ITable<Cart> carts,
    ITable<Slot> slots,
    DateTimeOffset now,
    DateTimeOffset noon,
    DateTimeOffset evening,
    DateTimeOffset from,
    DateOnly day,
    string? cursor,
    string idempotencyToken,
    CancellationToken cancellation)
{
    private readonly Key<TodoItem> key = TodoItem.Key(item.Owner, item.Id);
    private readonly IReadOnlyList<Key<TodoItem>> keys = [TodoItem.Key(item.Owner, item.Id)];
    private readonly IReadOnlyList<TodoItem> items = [item];
}
