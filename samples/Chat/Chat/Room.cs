namespace Chat;

/// <summary>The one room of the chat: who is there, and how to speak to all of them.</summary>
public sealed class Room(ITable<Member> members, IConnections connections, TimeProvider clock)
{
    private const string Name = "lobby";

    public Task EnterAsync(string connectionId, string name, CancellationToken cancellation) =>
        members.PutAsync(new Member(Name, connectionId, name, clock.GetUtcNow().AddHours(2)), cancellation);

    public Task<Member?> FindAsync(string connectionId, CancellationToken cancellation) =>
        members.GetAsync(Member.Key(Name, connectionId), cancellation);

    public Task ForgetAsync(string connectionId, CancellationToken cancellation) =>
        members.DeleteAsync(Member.Key(Name, connectionId), cancellation);

    public async Task SayAsync(string by, string text, CancellationToken cancellation)
    {
        var ids = members.QueryAsync(Member.Partition(Name), cancellation).Select(member => member.ConnectionId);
        var gone = await connections.SendToAllAsync(ids, new Said(by, text, clock.GetUtcNow()), cancellation);
        await members.DeleteManyAsync([.. gone.Select(id => Member.Key(Name, id))], cancellation);
    }
}
