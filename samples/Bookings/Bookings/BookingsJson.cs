using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bookings;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BookRoom.Body))]
[JsonSerializable(typeof(Page<Booking>))]
internal sealed partial class BookingsJson : JsonSerializerContext;
