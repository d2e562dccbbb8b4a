namespace Bookings;

public sealed class BookingOptionsRules : AbstractValidator<BookingOptions>
{
    public BookingOptionsRules()
    {
        RuleFor(options => options.DaysAhead).InclusiveBetween(1, 365);
        RuleFor(options => options.PageSize).InclusiveBetween(1, 100);
    }
}
