namespace Bookings;

[Get("/rooms/{room}/bookings")]
public sealed class ListBookings(IReadTable<Booking> bookings)
{
    public Task<Page<Booking>> HandleAsync(string room, DateOnly day, string? cursor, CancellationToken cancellation) =>
        bookings.QueryPageAsync(Booking.Partition(room, day), limit: 2, cursor, cancellation);
}
