namespace Service_1.Notes;

[Get("/notes/{id}")]
public sealed class GetNote(IReadTable<Note> notes)
{
    public Task<Note?> HandleAsync(Guid id, Caller caller, CancellationToken cancellation) =>
        notes.GetAsync(Note.Key(caller.Id, id), cancellation);
}
