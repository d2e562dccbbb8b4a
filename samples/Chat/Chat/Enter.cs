namespace Chat;

/// <summary>Lets a client in: <c>?name=ann</c>.</summary>
[Connect]
[AllowAnonymous]
public sealed class Enter(Room room)
{
    public sealed record Guest(string Name);

    public sealed class GuestRules : AbstractValidator<Guest>
    {
        public GuestRules() => RuleFor(guest => guest.Name).NotEmpty().MaximumLength(40);
    }

    public Task HandleAsync([FromQuery] Guest guest, Connection connection, CancellationToken cancellation) =>
        room.EnterAsync(connection.Id, guest.Name, cancellation);
}
