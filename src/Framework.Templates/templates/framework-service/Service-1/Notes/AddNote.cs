namespace Service_1.Notes;

[Post("/notes")]
public sealed class AddNote(ITable<Note> notes, TimeProvider clock)
{
    public sealed record Body(string Text);

    public sealed class BodyRules : AbstractValidator<Body>
    {
        public BodyRules() => RuleFor(body => body.Text).NotEmpty().MaximumLength(500);
    }

    public async Task<Created<Note>> HandleAsync(Body body, Caller caller, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var note = await notes.CreateAsync(new Note(caller.Id, Guid.CreateVersion7(now), body.Text, now), cancellation);
        return new($"/notes/{note.Id}", note);
    }
}
