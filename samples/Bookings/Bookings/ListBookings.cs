namespace Bookings;

/// <summary>Lists a day's bookings, or those that begin within a part of the day.</summary>
[Get("/rooms/{room}/bookings")]
public sealed class ListBookings(IReadTable<Booking> bookings, IOptions<BookingOptions> options)
{
    public Task<Page<Booking>> HandleAsync(
        string room, DateOnly day, TimeOnly? from, TimeOnly? until, string? cursor, CancellationToken cancellation)
    {
        var first = new DateTimeOffset(day, from ?? TimeOnly.MinValue, TimeSpan.Zero);
        var last = new DateTimeOffset(day, until ?? TimeOnly.MaxValue, TimeSpan.Zero);
        return bookings.QueryPageAsync(
            Booking.Partition(room, first).Between(first, last), options.Value.PageSize, cursor, cancellation);
    }
}
