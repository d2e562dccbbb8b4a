using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;

namespace Framework.DynamoDB.Tests;

/// <summary>How an item that has expired, but is not deleted yet, is gone to the table.</summary>
public abstract class ExpiryTests(IEngine engine)
{
    private static readonly Key<Session> Key = Session.Key("token");

    [Fact]
    public async Task An_item_is_gone_from_the_second_on_in_which_it_expires()
    {
        await using var sessions = await TestTable<Session>.CreateAsync(engine);
        var session = await sessions.Table.CreateAsync(NewSession(sessions, seconds: 60));
        Assert.Equal(sessions.Clock.GetUtcNow().AddSeconds(60), session.EndsAt);

        sessions.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, (await sessions.Table.GetAsync(Key))?.Revision);

        sessions.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await sessions.Table.GetAsync(Key));
        Assert.NotNull(await sessions.GetStoredAsync(Key));
    }

    [Fact]
    public async Task The_expiry_is_stored_in_epoch_seconds()
    {
        await using var sessions = await TestTable<Session>.CreateAsync(engine);
        await sessions.Table.CreateAsync(NewSession(sessions, seconds: 60));

        var stored = await sessions.GetStoredAsync(Key);

        Assert.Equal($"{sessions.Clock.GetUtcNow().AddSeconds(60).ToUnixTimeSeconds()}", stored["endsAt"].N);
    }

    [Fact]
    public async Task An_expired_item_cannot_be_written_and_its_key_is_free()
    {
        await using var sessions = await TestTable<Session>.CreateAsync(engine);
        var session = await sessions.Table.CreateAsync(NewSession(sessions, seconds: 60));
        sessions.Clock.Advance(TimeSpan.FromMinutes(1));
        var update = Update.Of<Session>().Set(Session.Attributes.User, "bob");

        await Assert.ThrowsAsync<ItemNotFoundException>(() => sessions.Table.ReplaceAsync(session));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => sessions.Table.UpdateAsync(Key, update));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => sessions.Table.DeleteAsync(Key));
        var next = await sessions.Table.CreateAsync(NewSession(sessions, seconds: 60));
        Assert.Equal(1, next.Revision);
        await Assert.ThrowsAsync<ItemExistsException>(() => sessions.Table.CreateAsync(next));
    }

    [Fact]
    public async Task An_item_without_an_expiry_stays()
    {
        await using var sessions = await TestTable<Session>.CreateAsync(engine);
        await sessions.Table.CreateAsync(new("token") { User = "alice" });
        sessions.Clock.Advance(TimeSpan.FromDays(10_000));

        Assert.Equal("alice", (await sessions.Table.GetAsync(Key))?.User);
    }

    [Fact]
    public async Task A_query_leaves_out_what_has_expired()
    {
        await using var words = await TestTable<Word>.CreateAsync(engine);
        var now = words.Clock.GetUtcNow();
        await words.Table.CreateAsync(new("en", "a", 1));
        await words.Table.CreateAsync(new("en", "b", 1, now.AddSeconds(5)));
        await words.Table.CreateAsync(new("en", "c", 1, now.AddSeconds(9)));
        words.Clock.Advance(TimeSpan.FromSeconds(5));
        var query = Word.Partition("en").Where(Word.Attributes.Length.IsEqualTo(1).Or(Word.Attributes.Length.IsEqualTo(2)));

        Assert.Equal(["a", "c"], (await words.Table.QueryAsync(query).ToListAsync()).Select(word => word.Text));
        Assert.Equal(["a", "c"], (await words.Table.QueryPageAsync(query, 5, null)).Items.Select(word => word.Text));
    }

    private static Session NewSession(TestTable<Session> sessions, int seconds) =>
        new("token") { User = "alice", EndsAt = sessions.Clock.GetUtcNow().AddSeconds(seconds) };
}
