namespace Visits;

[Get("/pages/{page}/visits")]
[AllowAnonymous]
public sealed class ListVisits(IReadTable<Visit> visits)
{
    public Task<Page<Visit>> HandleAsync(string page, string? cursor, CancellationToken cancellation) =>
        visits.QueryPageAsync(Visit.Partition(page).Descending(), limit: 20, cursor, cancellation);
}
