namespace Bookings;

[Post("/rooms/{room}/bookings")]
[RequireScope("bookings/write")]
public sealed class BookRoom(ITable<Booking> bookings)
{
    public sealed record Body(DateTimeOffset At, string Title);

    public sealed class BodyRules : AbstractValidator<Body>
    {
        public BodyRules(TimeProvider clock, IOptions<BookingOptions> options)
        {
            var now = clock.GetUtcNow();
            var end = now.AddDays(options.Value.DaysAhead);
            RuleFor(body => body.At).Must(at => at.UtcTicks % TimeSpan.TicksPerHour == 0).WithMessage("Book whole hours.");
            RuleFor(body => body.At).Must(at => at > now).WithMessage("Book an hour that has not begun.");
            RuleFor(body => body.At).Must(at => at <= end).WithMessage($"Book at most {options.Value.DaysAhead} days ahead.");
            RuleFor(body => body.Title).NotEmpty().MaximumLength(100);
        }
    }

    public async Task<Created<Booking>> HandleAsync(string room, Body body, Caller caller, CancellationToken cancellation)
    {
        var booking = new Booking(room, body.At, caller.Username ?? caller.Id, body.Title);
        var stored = await bookings.CreateAsync(booking, cancellation);
        return new($"/rooms/{Uri.EscapeDataString(room)}/bookings/{stored.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}", stored);
    }
}
