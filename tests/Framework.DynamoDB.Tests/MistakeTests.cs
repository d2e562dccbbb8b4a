using Framework.DynamoDB.Tests.Items;
using Framework.Resources;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.DynamoDB.Tests;

/// <summary>What an author gets wrong is one sentence, before anything is sent.</summary>
public sealed class MistakeTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(new LocalResources(new Uri("http://127.0.0.1:1"), new byte[32]))
        .AddTable<TodoItem>("todos")
        .AddTable<User>("users")
        .AddTable<Word>("words")
        .BuildServiceProvider();

    private ITable<TodoItem> Todos => _services.GetRequiredService<ITable<TodoItem>>();

    private ITable<User> Users => _services.GetRequiredService<ITable<User>>();

    private static Key<TodoItem> Key => TodoItem.Key("alice", Guid.Empty);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(36, true)]
    [InlineData(37, false)]
    public void An_idempotency_token_has_1_to_36_characters(int length, bool isTaken)
    {
        var exception = Record.Exception(() => new WriteTransaction(new string('t', length)));

        Assert.Equal(isTaken, exception is null);
        Assert.StartsWith(isTaken ? "" : "An idempotency token has 1 to 36 characters.", exception?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_does_something()
    {
        Assert.Equal("The transaction writes nothing.", await MessageAsync(() => new WriteTransaction().CommitAsync()));
        Assert.Equal("A transaction reads 1 to 100 items, not 0.", await MessageAsync(() => new ReadTransaction().RunAsync()));
        Assert.Equal("The item is available only after the transaction's RunAsync.", Message(() => new ReadTransaction().Get(Todos, Key).Item));
    }

    [Fact]
    public async Task A_transaction_reads_at_most_100_items()
    {
        var transaction = new ReadTransaction();
        for (var index = 0; index < 101; index++)
            transaction.Get(Todos, TodoItem.Key($"{index}", Guid.Empty));

        Assert.Equal("A transaction reads 1 to 100 items, not 101.", await MessageAsync(() => transaction.RunAsync()));
    }

    [Fact]
    public void A_transaction_holds_an_item_once()
    {
        Assert.StartsWith(
            "A transaction holds an item once; this one holds ",
            Message(() => new WriteTransaction().Delete(Todos, Key).Check(Todos, Key)), StringComparison.Ordinal);
        var read = new ReadTransaction();
        read.Get(Todos, Key);
        Assert.StartsWith("A transaction holds an item once; this one holds ", Message(() => read.Get(Todos, Key)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_transaction_has_one_client()
    {
        using var others = new ServiceCollection()
            .AddSingleton(new LocalResources(new Uri("http://127.0.0.1:2"), new byte[32])).AddTable<User>("users").BuildServiceProvider();
        var other = others.GetRequiredService<ITable<User>>();
        var read = new ReadTransaction();
        read.Get(Todos, Key);

        Assert.All(
            new Func<object?>[] { () => new WriteTransaction().Delete(Todos, Key).Delete(other, User.Key("a")), () => read.Get(other, User.Key("a")) },
            make => Assert.StartsWith("The tables of a transaction are reached through one client.", Message(make), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_batch_guards_no_unique_values() => Assert.Equal(
        "User has unique values, which a batch cannot guard: write its items one by one, or in transactions.",
        await MessageAsync(() => Users.PutManyAsync([new("a", "b")])));

    [Fact]
    public async Task A_batch_holds_a_key_once() => Assert.EndsWith(
        " more than once.", await MessageAsync(() => Todos.DeleteManyAsync([Key, Key])), StringComparison.Ordinal);

    [Fact]
    public async Task An_update_changes_something_and_each_value_once()
    {
        var title = TodoItem.Attributes.Title;

        Assert.Equal(
            "The update changes nothing; name at least one change.",
            await MessageAsync(() => _services.GetRequiredService<ITable<Word>>().UpdateAsync(Word.Key("en", "a"), Update.Of<Word>())));
        Assert.Equal(
            "The update changes 'title' and 'title': DynamoDB changes a value once in an update.",
            Message(() => Update.Of<TodoItem>().Set(title, "a").Set(title, "b")));
    }

    [Fact]
    public async Task A_patch_keeps_the_key()
    {
        var todo = new TodoItem("alice", Guid.Empty, "a", false, DateTimeOffset.UnixEpoch);

        Assert.StartsWith(
            "A patch keeps the key; create the item under the new one and delete the old.",
            await MessageAsync(() => Todos.PatchAsync(todo, todo with { Owner = "bob" })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_page_and_a_query_take_at_least_one_item(int limit)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Todos.QueryPageAsync(TodoItem.Partition("alice"), limit, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => TodoItem.Partition("alice").Take(limit));
        Assert.Throws<ArgumentOutOfRangeException>(() => Todos.ScanEntireTableAsync(limit));
        Assert.Throws<ArgumentOutOfRangeException>(() => Todos.ScanEntireTableAsync(1001));
    }

    public void Dispose() => _services.Dispose();

    private static string Message(Func<object?> make) => Record.Exception(() => _ = make())?.Message ?? "";

    private static async Task<string> MessageAsync(Func<Task> send) => (await Record.ExceptionAsync(send))?.Message ?? "";
}
