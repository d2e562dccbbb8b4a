namespace Bookings;

/// <summary>A room for an hour. A room has a partition for each day, so a list reads one day alone.</summary>
[Table]
[PrimaryKey("ROOM#{Room}#DAY#{At:yyyy-MM-dd}", "{At}")]
public sealed partial record Booking(string Room, DateTimeOffset At, string By, string Title);
