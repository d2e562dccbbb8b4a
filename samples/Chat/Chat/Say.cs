namespace Chat;

/// <summary>Passes a message on to everybody: <c>{"action":"say","text":"hi"}</c>.</summary>
[Message("say")]
[AllowAnonymous]
public sealed class Say(Room room)
{
    public sealed record Body(string Text);

    public sealed class BodyRules : AbstractValidator<Body>
    {
        public BodyRules() => RuleFor(body => body.Text).NotEmpty().MaximumLength(1000);
    }

    public async Task HandleAsync(Body body, Connection connection, CancellationToken cancellation)
    {
        if (await room.FindAsync(connection.Id, cancellation) is { } member)
            await room.SayAsync(member.Name, body.Text, cancellation);
    }
}
