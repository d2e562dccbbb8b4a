namespace Service_1.Notes;

[Get("/notes")]
public sealed class ListNotes(IReadTable<Note> notes)
{
    public Task<Page<Note>> HandleAsync(Caller caller, string? cursor, CancellationToken cancellation) =>
        notes.QueryPageAsync(Note.Partition(caller.Id), limit: 20, cursor, cancellation);
}
