using System.Net;
using Framework.Testing.RuntimeApi;

namespace Framework.Testing.Tests.RuntimeApi;

/// <summary>The Extensions API of the emulator.</summary>
public sealed class ExtensionTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private RuntimeApiEmulator _emulator = null!;

    public async ValueTask InitializeAsync() => _emulator = await RuntimeApiEmulator.StartAsync();

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _emulator.DisposeAsync();
    }

    [Fact]
    public async Task No_event_comes_before_each_extension_asks_for_one()
    {
        using var registered = await RegisterAsync("flush");
        using var runtime = new RuntimeClient(_emulator);
        _ = _emulator.InvokeAsync("{}"u8.ToArray(), new() { RequestId = "first" });
        var next = runtime.TakeAsync();
        await _emulator.Ready.InTimeAsync();
        Assert.False(next.IsCompleted);

        var waiting = NextAsync(registered.Headers.GetValues("Lambda-Extension-Identifier").Single());

        Assert.Equal("first", await next.InTimeAsync());
        Assert.False(waiting.IsCompleted);
        Assert.Equal(["flush"], _emulator.Extensions);
    }

    [Fact]
    public async Task An_extension_that_is_not_registered_gets_no_event()
    {
        using var refused = await NextAsync("nobody").InTimeAsync();

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task After_the_initialisation_no_extension_is_registered()
    {
        using var runtime = new RuntimeClient(_emulator);
        _ = _emulator.InvokeAsync("{}"u8.ToArray());
        await runtime.TakeAsync();

        using var refused = await RegisterAsync("late");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Empty(_emulator.Extensions);
    }

    private Task<HttpResponseMessage> RegisterAsync(string name)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"http://{_emulator.Address}/2020-01-01/extension/register")
        {
            Content = new StringContent("""{"events":[]}"""),
        };
        request.Headers.Add("Lambda-Extension-Name", name);
        return _http.SendAsync(request);
    }

    private Task<HttpResponseMessage> NextAsync(string id)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"http://{_emulator.Address}/2020-01-01/extension/event/next");
        request.Headers.Add("Lambda-Extension-Identifier", id);
        return _http.SendAsync(request);
    }
}
