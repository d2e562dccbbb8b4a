using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.DynamoDB.Tests;

/// <summary>How a unique value stays unique, whichever engine is behind it.</summary>
public abstract class UniqueTests(IEngine engine)
{
    private static readonly User Ann = new("ann", "ann@example.com", 7, "Ann");

    private static readonly User Bob = new("bob", "bob@example.com", null, "Bob");

    [Fact]
    public async Task A_taken_value_is_refused_by_every_write_and_nothing_changes()
    {
        await using var users = await TestTable<User>.CreateAsync(engine);
        await users.Table.CreateAsync(Ann);
        var bob = await users.Table.CreateAsync(Bob);
        var key = User.Key("bob");

        var creating = await TakenAsync(() => users.Table.CreateAsync(new("eve", Ann.Email)));
        var replacing = await TakenAsync(() => users.Table.ReplaceAsync(bob with { Badge = 7 }));
        var putting = await TakenAsync(() => users.Table.PutAsync(bob with { Email = Ann.Email }));
        var patching = await TakenAsync(() => users.Table.PatchAsync(bob, bob with { Email = Ann.Email }));
        var updating = await TakenAsync(
            () => users.Table.UpdateAsync(key, Update.Of<User>().Set(User.Attributes.Badge, 7)));
        var together = await TakenAsync(
            () => new WriteTransaction().Create(users.Table, new("eve", Ann.Email)).CommitAsync());

        Assert.Equal(
            ["email", "badge", "email", "email", "badge", "email"],
            new[] { creating, replacing, putting, patching, updating, together }.Select(refusal => refusal.Attribute));
        Assert.Equal(409, creating.Problem.Status);
        Assert.Equal(["email"], creating.Problem.Errors!.Keys);
        Assert.Equal(bob, await users.Table.GetAsync(key));
        Assert.Null(await users.Table.GetAsync(User.Key("eve")));

        static Task<NotUniqueException> TakenAsync(Func<Task> write) => Assert.ThrowsAsync<NotUniqueException>(write);
    }

    [Fact]
    public async Task A_value_that_is_given_up_is_free_again()
    {
        await using var users = await TestTable<User>.CreateAsync(engine);
        var ann = await users.Table.CreateAsync(Ann);

        ann = await users.Table.ReplaceAsync(ann with { Email = "a1@example.com" });
        await users.Table.CreateAsync(new("u1", Ann.Email));
        ann = await users.Table.PatchAsync(ann, ann with { Email = "a2@example.com", Badge = null });
        await users.Table.CreateAsync(new("u2", "a1@example.com", 7));
        ann = await users.Table.UpdateAsync(
            User.Key("ann"), Update.Of<User>().Set(User.Attributes.Email, "a3@example.com").IfVersion(3));
        await users.Table.CreateAsync(new("u3", "a2@example.com"));
        await users.Table.DeleteAsync(User.Key("ann"), 4);
        await users.Table.CreateAsync(new("u4", "a3@example.com"));
        await users.Table.PutAsync(new("u5", "a4@example.com"));
        await users.Table.PutAsync(new("u5", "a5@example.com"));
        await users.Table.PutAsync(new("u6", "a4@example.com"));

        Assert.Equal(new User("ann", "a3@example.com", null, "Ann", 4), ann);
        Assert.Equal(
            ["u1", "u2", "u3", "u4", "u5", "u6"],
            (await users.Table.ScanEntireTableAsync().Select(user => user.Id).ToListAsync()).Order());
    }

    [Fact]
    public async Task What_keeps_its_value_is_written_as_any_other()
    {
        await using var users = await TestTable<User>.CreateAsync(engine);
        var ann = await users.Table.CreateAsync(Ann);

        ann = await users.Table.ReplaceAsync(ann with { Name = "Anna" });
        ann = await users.Table.UpdateAsync(User.Key("ann"), Update.Of<User>().Set(User.Attributes.Name, "Anne"));

        Assert.Equal(Ann with { Name = "Anne", Version = 3 }, ann);
        await Assert.ThrowsAsync<NotUniqueException>(() => users.Table.CreateAsync(new("eve", Ann.Email)));
    }

    [Fact]
    public async Task Versions_and_absence_are_reported_as_for_other_items()
    {
        await using var users = await TestTable<User>.CreateAsync(engine);
        var ann = await users.Table.CreateAsync(Ann);
        await users.Table.ReplaceAsync(ann);

        await Assert.ThrowsAsync<ItemExistsException>(() => users.Table.CreateAsync(Ann with { Email = "x", Badge = null }));
        await Assert.ThrowsAsync<VersionMismatchException>(() => users.Table.ReplaceAsync(ann with { Email = "x" }));
        await Assert.ThrowsAsync<VersionMismatchException>(() => users.Table.DeleteAsync(User.Key("ann"), 1));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => users.Table.ReplaceAsync(Bob));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => users.Table.DeleteAsync(User.Key("bob")));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => users.Table.UpdateAsync(
            User.Key("bob"), Update.Of<User>().Set(User.Attributes.Email, "x")));
    }

    [Fact]
    public async Task Of_64_who_want_the_same_value_one_gets_it()
    {
        await using var users = await TestTable<User>.CreateAsync(engine, RealTime);

        var won = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Run(async () =>
        {
            try
            {
                await users.Table.CreateAsync(new($"user {number}", "wanted@example.com"));
                return true;
            }
            catch (NotUniqueException)
            {
                return false;
            }
        })));

        Assert.Single(won, true);
        Assert.Single(await users.Table.ScanEntireTableAsync().ToListAsync());
    }

    [Fact]
    public async Task Racing_updates_and_puts_of_one_item_leave_no_value_behind()
    {
        await using var users = await TestTable<User>.CreateAsync(engine, RealTime);
        await users.Table.CreateAsync(Ann);

        var updates = await RaceAsync(email => users.Table.UpdateAsync(
            User.Key("ann"), Update.Of<User>().Set(User.Attributes.Email, email)));
        var puts = await RaceAsync(email => users.Table.PutAsync(Ann with { Email = email }));
        await users.Table.DeleteAsync(User.Key("ann"));

        Assert.All([.. updates, .. puts], outcome => Assert.True(outcome is null || outcome.Problem.Status == 503));
        Assert.Empty((await users.Client.ScanAsync(new() { TableName = users.Name })).Items);

        static Task<TableException?[]> RaceAsync(Func<string, Task> write) =>
            Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(async () =>
            {
                try
                {
                    await write($"{number}@example.com");
                    return null;
                }
                catch (TableException busy)
                {
                    return busy;
                }
            })));
    }

    [Fact]
    public async Task What_has_expired_is_put_anew_though_its_value_is_another_s_by_now()
    {
        await using var invites = await TestTable<Invite>.CreateAsync(engine);
        var first = await invites.Table.CreateAsync(
            new("red", Guid.NewGuid(), "code", invites.Clock.GetUtcNow().AddMinutes(1)));
        invites.Clock.Advance(TimeSpan.FromMinutes(1));
        await invites.Table.CreateAsync(new("blue", Guid.NewGuid(), "code"));

        await Assert.ThrowsAsync<NotUniqueException>(() => invites.Table.PutAsync(first with { EndsAt = null }));
        var again = await invites.Table.PutAsync(first with { Code = "other", EndsAt = null });

        Assert.Equal(again, await invites.Table.GetAsync(Invite.Key("red", first.Id)));
        await Assert.ThrowsAsync<NotUniqueException>(() => invites.Table.CreateAsync(new("eve", Guid.NewGuid(), "code")));
    }

    [Fact]
    public async Task A_value_expires_with_its_item_though_both_change_at_once()
    {
        var network = new FaultyNetwork();
        await using var invites = await TestTable<Invite>.CreateAsync(
            engine, (services, _) => network.Register(services, engine));
        var lasting = await invites.Table.CreateAsync(new("red", Guid.NewGuid(), "code"));
        var ending = lasting with { EndsAt = TimeProvider.System.GetUtcNow().AddHours(1) };

        network.Before("PutItem", () => invites.Table.PutAsync(ending));
        await invites.Table.PutAsync(lasting);

        var stored = (await invites.Client.ScanAsync(new() { TableName = invites.Name })).Items;
        Assert.Equal(2, stored.Count);
        Assert.All(stored, item => Assert.False(item.ContainsKey("endsAt")));
    }

    [Fact]
    public async Task An_expired_item_that_another_puts_anew_at_once_gives_up_its_value()
    {
        var network = new FaultyNetwork();
        await using var invites = await TestTable<Invite>.CreateAsync(
            engine, (services, _) => network.Register(services, engine));
        var expired = await invites.Table.CreateAsync(new("red", Guid.NewGuid(), "code", DateTimeOffset.UnixEpoch));

        network.Before("TransactWriteItems", () => invites.Table.PutAsync(expired with { EndsAt = null }));
        await invites.Table.PutAsync(expired with { Code = "other", EndsAt = null });

        await invites.Table.CreateAsync(new("blue", Guid.NewGuid(), "code"));
    }

    [Fact]
    public async Task A_value_is_free_when_its_item_expires()
    {
        await using var invites = await TestTable<Invite>.CreateAsync(engine);
        var now = invites.Clock.GetUtcNow();
        var first = new Invite("red", Guid.NewGuid(), "code", now.AddMinutes(1));
        await invites.Table.CreateAsync(first);
        await invites.Table.ReplaceAsync(first with { EndsAt = now.AddMinutes(2) });

        invites.Clock.Advance(TimeSpan.FromSeconds(90));
        await Assert.ThrowsAsync<NotUniqueException>(() => invites.Table.CreateAsync(new("blue", Guid.NewGuid(), "code")));
        invites.Clock.Advance(TimeSpan.FromSeconds(30));
        var second = await invites.Table.CreateAsync(new("blue", Guid.NewGuid(), "code"));

        Assert.Equal([second], await invites.Table.ScanEntireTableAsync().ToListAsync());
    }

    [Fact]
    public async Task An_update_that_ends_an_item_s_life_gives_the_item_as_it_is_stored()
    {
        await using var invites = await TestTable<Invite>.CreateAsync(engine);
        var now = invites.Clock.GetUtcNow();
        var invite = await invites.Table.CreateAsync(new("red", Guid.NewGuid(), "code"));
        var key = Invite.Key(invite.Team, invite.Id);

        var ended = await invites.Table.UpdateAsync(key, Update.Of<Invite>().Set(Invite.Attributes.EndsAt, now));

        Assert.Equal(invite with { EndsAt = now }, ended);
        Assert.Null(await invites.Table.GetAsync(key));
        await invites.Table.CreateAsync(new("blue", Guid.NewGuid(), "code"));
    }

    [Fact]
    public async Task No_item_can_pose_as_the_guard_of_a_value()
    {
        await using var users = await TestTable<User>.CreateAsync(engine);
        await users.Table.CreateAsync(Ann);
        const string guard = "UNIQUE#User#email#ann@example.com";

        await Assert.ThrowsAsync<InvalidKeyException>(() => users.Table.DeleteAsync(User.Key(guard)));
        await Assert.ThrowsAsync<InvalidKeyException>(() => users.Table.CreateAsync(new(guard, "x")));
        await Assert.ThrowsAsync<InvalidKeyException>(() => users.Table.GetAsync(User.Key(guard)));
        var tooLong = await Assert.ThrowsAsync<InvalidKeyException>(
            () => users.Table.CreateAsync(new("eve", new string('x', 2048))));
        Assert.Equal(["email"], tooLong.Problem.Errors!.Keys);
    }

    [Fact]
    public async Task A_batch_of_unique_values_is_refused()
    {
        await using var users = await TestTable<User>.CreateAsync(engine);

        await Assert.ThrowsAsync<InvalidOperationException>(() => users.Table.PutManyAsync([Ann]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => users.Table.DeleteManyAsync([User.Key("ann")]));
    }

    private static void RealTime(IServiceCollection services, string name) => services.AddSingleton(TimeProvider.System);
}
