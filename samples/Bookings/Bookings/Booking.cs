namespace Bookings;

/// <summary>A room for an hour. Each day of a room is a partition, so a day's list reads that day alone.</summary>
[Table]
[Key("ROOM#{Room}#DAY#{Day}", "{At}")]
public sealed partial record Booking(string Room, DateOnly Day, DateTimeOffset At, string By, string Title)
{
    public static Booking New(string room, DateTimeOffset at, string by, string title) => new(room, DayOf(at), at, by, title);

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
