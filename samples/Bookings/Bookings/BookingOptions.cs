namespace Bookings;

/// <summary>What the team that runs the service decides, in appsettings.json or in environment variables such as
/// <c>Bookings__DaysAhead</c>.</summary>
public sealed class BookingOptions
{
    public int DaysAhead { get; set; }

    public int PageSize { get; set; } = 50;
}
