using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Bookings.Tests;

public sealed class BookingTests : IAsyncLifetime
{
    private const string Rooms = "/rooms/blue/bookings";

    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await TestService.StartAsync<BookRoom>();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task An_hour_is_booked_once()
    {
        using var ann = Writer("ann");

        var first = await ann.PostAsJsonAsync(Rooms, new { at = "2100-01-01T09:00:00Z", title = "Plans" });
        var second = await ann.PostAsJsonAsync(Rooms, new { at = "2100-01-01T09:00:00Z", title = "Other plans" });

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal("ann", (string?)(await ann.GetFromJsonAsync<JsonObject>(first.Headers.Location))!["by"]);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
    }

    [Theory]
    [InlineData("2100-01-01T09:30:00Z")]
    [InlineData("2000-01-01T09:00:00Z")]
    public async Task Only_a_whole_hour_that_has_not_begun_is_booked(string at)
    {
        using var ann = Writer("ann");

        var response = await ann.PostAsJsonAsync(Rooms, new { at, title = "Plans" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task Booking_needs_the_scope()
    {
        using var bob = _service.As("bob");

        var response = await bob.PostAsJsonAsync(Rooms, new { at = "2100-01-01T09:00:00Z", title = "Plans" });

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_day_is_listed_page_by_page_in_the_order_of_its_hours()
    {
        using var ann = Writer("ann");
        foreach (var at in new[] { "2100-01-02T08:00:00Z", "2100-01-01T11:00:00Z", "2100-01-01T09:00:00Z", "2100-01-01T10:00:00Z" })
            (await ann.PostAsJsonAsync(Rooms, new { at, title = at })).EnsureSuccessStatusCode();

        var first = await ann.GetFromJsonAsync<JsonObject>($"{Rooms}?day=2100-01-01");
        var cursor = Uri.EscapeDataString((string)first!["next"]!);
        var second = await ann.GetFromJsonAsync<JsonObject>($"{Rooms}?day=2100-01-01&cursor={cursor}");

        Assert.Equal(["2100-01-01T09:00:00Z", "2100-01-01T10:00:00Z"], Titles(first));
        Assert.Equal(["2100-01-01T11:00:00Z"], Titles(second!));
    }

    [Fact]
    public async Task A_caretaker_cancels_and_nobody_else()
    {
        using var ann = Writer("ann");
        using var caretaker = _service.As("carl", groups: ["caretakers"]);
        (await ann.PostAsJsonAsync(Rooms, new { at = "2100-01-01T09:00:00Z", title = "Plans" })).EnsureSuccessStatusCode();

        Assert.Equal(HttpStatusCode.Forbidden, (await ann.DeleteAsync($"{Rooms}/2100-01-01T09:00:00Z")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await caretaker.DeleteAsync($"{Rooms}/2100-01-01T09:00:00Z")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await caretaker.DeleteAsync($"{Rooms}/2100-01-01T09:00:00Z")).StatusCode);
    }

    private HttpClient Writer(string name) => _service.As(name, scopes: ["bookings/write"]);

    private static IEnumerable<string?> Titles(JsonObject page) => page["items"]!.AsArray().Select(item => (string?)item!["title"]);
}
