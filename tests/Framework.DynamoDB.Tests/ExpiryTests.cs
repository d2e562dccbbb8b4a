using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

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

    [Fact]
    public async Task Where_two_clocks_differ_the_faster_one_s_create_holds_for_both()
    {
        await using var sessions = await TestTable<Session>.CreateAsync(engine);
        var session = await sessions.Table.CreateAsync(NewSession(sessions, seconds: 60));
        var ahead = new FakeTimeProvider(sessions.Clock.GetUtcNow().AddMinutes(2));
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(ahead)
            .AddSingleton(sessions.Client)
            .AddTable<Session>(sessions.Name)
            .BuildServiceProvider();
        var faster = services.GetRequiredService<ITable<Session>>();

        Assert.Null(await faster.GetAsync(Key));
        Assert.NotNull(await sessions.Table.GetAsync(Key));
        var theirs = await faster.CreateAsync(new("token") { User = "bob", EndsAt = ahead.GetUtcNow().AddMinutes(1) });

        Assert.Equal("bob", (await sessions.Table.GetAsync(Key))?.User);
        await Assert.ThrowsAsync<ItemExistsException>(() => sessions.Table.CreateAsync(session));
        await faster.ReplaceAsync(theirs);
        await Assert.ThrowsAsync<VersionMismatchException>(() => sessions.Table.ReplaceAsync(session));
    }

    private static Session NewSession(TestTable<Session> sessions, int seconds) =>
        new("token") { User = "alice", EndsAt = sessions.Clock.GetUtcNow().AddSeconds(seconds) };
}
