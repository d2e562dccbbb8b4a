namespace Visits;

[Post("/pages/{page}/visits")]
[AllowAnonymous]
public sealed class RecordVisit(ITable<Visit> visits, TimeProvider clock)
{
    public sealed record Body(string Visitor);

    public sealed class BodyRules : AbstractValidator<Body>
    {
        public BodyRules() => RuleFor(body => body.Visitor).NotEmpty();
    }

    public async Task<Created<Visit>> HandleAsync(string page, Body body, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var visit = await visits.CreateAsync(new Visit(page, now, body.Visitor, now.AddDays(30)), cancellation);
        return new($"/pages/{page}/visits", visit);
    }
}
