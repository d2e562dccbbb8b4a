using System.Net;
using System.Net.Http.Json;
using Service_1.Notes;

namespace Service_1.Tests;

public sealed class NoteTests : IAsyncLifetime
{
    private TestService _service = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await TestService.StartAsync<AddNote>();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_note_is_kept()
    {
        using var ann = _service.As("ann");

        var added = await ann.PostAsJsonAsync("/notes", new { text = "Buy milk" }, Cancellation);

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Contains("Buy milk", await ann.GetStringAsync(added.Headers.Location, Cancellation));
        Assert.Contains("Buy milk", await ann.GetStringAsync("/notes", Cancellation));
    }

    [Fact]
    public async Task A_note_needs_a_text()
    {
        using var ann = _service.As("ann");

        var refused = await ann.PostAsJsonAsync("/notes", new { text = "" }, Cancellation);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task Nobody_else_reads_a_note()
    {
        using var ann = _service.As("ann");
        using var bob = _service.As("bob");
        var added = await ann.PostAsJsonAsync("/notes", new { text = "Buy milk" }, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, (await bob.GetAsync(added.Headers.Location, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _service.Anonymous.GetAsync("/notes", Cancellation)).StatusCode);
    }
}
