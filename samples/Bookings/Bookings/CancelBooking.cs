namespace Bookings;

[Delete("/rooms/{room}/bookings/{at}")]
[RequireGroup("caretakers")]
public sealed class CancelBooking(ITable<Booking> bookings)
{
    public Task HandleAsync(string room, DateTimeOffset at, CancellationToken cancellation) =>
        bookings.DeleteAsync(Booking.Key(room, at), cancellation);
}
