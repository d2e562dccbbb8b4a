namespace Bookings;

[Get("/rooms/{room}/bookings/{at}")]
public sealed class GetBooking(IReadTable<Booking> bookings)
{
    public Task<Booking?> HandleAsync(string room, DateTimeOffset at, CancellationToken cancellation) =>
        bookings.GetAsync(Booking.Key(room, at), cancellation);
}
