namespace Chat;

/// <summary>Forgets a client that is gone, and lets the others know.</summary>
[Disconnect]
[AllowAnonymous]
public sealed class Leave(Room room)
{
    public async Task HandleAsync(Connection connection, CancellationToken cancellation)
    {
        if (await room.FindAsync(connection.Id, cancellation) is not { } member)
            return;
        await room.ForgetAsync(connection.Id, cancellation);
        await room.SayAsync(member.Name, "has left.", cancellation);
    }
}
