using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Bookings.Tests;

public sealed class BookingTests : IAsyncLifetime
{
    private const string Rooms = "/rooms/blue/bookings";

    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await TestService.StartAsync<BookRoom>(services => services
        .AddSingleton<TimeProvider>(new FixedClock(new(2026, 5, 1, 8, 15, 0, TimeSpan.Zero)))
        .Configure<BookingOptions>(options => options.PageSize = 2));

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task An_hour_is_booked_once()
    {
        using var ann = Writer("ann");

        var first = await BookAsync(ann, "2026-05-04T09:00:00Z");
        var second = await BookAsync(ann, "2026-05-04T11:00:00+02:00");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal("ann", (string?)(await ann.GetFromJsonAsync<JsonObject>(first.Headers.Location))!["by"]);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
    }

    [Theory]
    [InlineData("2026-05-04T09:30:00Z", "Book whole hours.")]
    [InlineData("2026-05-01T08:00:00Z", "Book an hour that has not begun.")]
    [InlineData("2026-06-30T09:00:00Z", "Book at most 60 days ahead.")]
    public async Task Only_a_whole_hour_of_the_coming_days_is_booked(string at, string detail)
    {
        using var ann = Writer("ann");

        var response = await BookAsync(ann, at);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(detail, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Booking_needs_the_scope()
    {
        using var bob = _service.As("bob");

        Assert.Equal(HttpStatusCode.Forbidden, (await BookAsync(bob, "2026-05-04T09:00:00Z")).StatusCode);
    }

    [Fact]
    public async Task A_day_is_listed_page_by_page_in_the_order_of_its_hours()
    {
        using var ann = Writer("ann");
        await BookAllAsync(ann, "2026-05-05T00:00:00Z", "2026-05-04T23:00:00Z", "2026-05-04T00:00:00Z", "2026-05-04T10:00:00Z");

        var first = await ann.GetFromJsonAsync<JsonObject>($"{Rooms}?day=2026-05-04");
        var cursor = Uri.EscapeDataString((string)first!["next"]!);
        var second = await ann.GetFromJsonAsync<JsonObject>($"{Rooms}?day=2026-05-04&cursor={cursor}");

        Assert.Equal(["2026-05-04T00:00:00Z", "2026-05-04T10:00:00Z"], Titles(first));
        Assert.Equal(["2026-05-04T23:00:00Z"], Titles(second!));
        Assert.Null(second!["next"]);
    }

    [Theory]
    [InlineData("from=10:00:00", "10 11")]
    [InlineData("until=10:00:00", "09 10")]
    [InlineData("from=10:00:00&until=10:59:59", "10")]
    [InlineData("from=12:00:00", "")]
    [InlineData("from=11:00:00&until=09:00:00", "")]
    public async Task A_part_of_the_day_is_listed(string range, string hours)
    {
        using var ann = Writer("ann");
        await BookAllAsync(ann, "2026-05-04T09:00:00Z", "2026-05-04T10:00:00Z", "2026-05-04T11:00:00Z");

        var page = await ann.GetFromJsonAsync<JsonObject>($"{Rooms}?day=2026-05-04&{range}");

        Assert.Equal(hours, string.Join(' ', Titles(page!).Select(title => title![11..13])));
    }

    [Fact]
    public async Task A_caretaker_cancels_and_nobody_else()
    {
        using var ann = Writer("ann");
        using var caretaker = _service.As("carl", groups: ["caretakers"]);
        await BookAllAsync(ann, "2026-05-04T09:00:00Z");

        Assert.Equal(HttpStatusCode.Forbidden, (await ann.DeleteAsync($"{Rooms}/2026-05-04T09:00:00Z")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await caretaker.DeleteAsync($"{Rooms}/2026-05-04T09:00:00Z")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await caretaker.DeleteAsync($"{Rooms}/2026-05-04T09:00:00Z")).StatusCode);
    }

    private HttpClient Writer(string name) => _service.As(name, scopes: ["bookings/write"]);

    // Its title is its time, for the lists to be read by.
    private static Task<HttpResponseMessage> BookAsync(HttpClient client, string at) =>
        client.PostAsJsonAsync(Rooms, new { at, title = at });

    private static async Task BookAllAsync(HttpClient client, params IEnumerable<string> times)
    {
        foreach (var at in times)
            (await BookAsync(client, at)).EnsureSuccessStatusCode();
    }

    private static IEnumerable<string?> Titles(JsonObject page) => page["items"]!.AsArray().Select(item => (string?)item!["title"]);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
