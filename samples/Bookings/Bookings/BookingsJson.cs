using System.Text.Json.Serialization;

namespace Bookings;

[JsonSerializable(typeof(BookRoom.Body))]
[JsonSerializable(typeof(Page<Booking>))]
internal sealed partial class BookingsJson : JsonSerializerContext;
