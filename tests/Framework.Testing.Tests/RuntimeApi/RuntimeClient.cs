using System.Net.Http.Headers;
using System.Text;
using Framework.Testing.RuntimeApi;

namespace Framework.Testing.Tests.RuntimeApi;

/// <summary>The function's side of the Runtime API, in plain HTTP calls.</summary>
internal sealed class RuntimeClient(RuntimeApiEmulator emulator) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new($"http://{emulator.Address}/2018-06-01/runtime/") };

    public Task<HttpResponseMessage> NextAsync(CancellationToken cancellation = default) =>
        _http.GetAsync("invocation/next", cancellation);

    public async Task<string> TakeAsync() => RequestId(await NextAsync());

    public Task<HttpResponseMessage> RespondAsync(string requestId, byte[] body, string? mode = null) =>
        PostAsync($"invocation/{requestId}/response", body, "application/json", ("Lambda-Runtime-Function-Response-Mode", mode));

    public Task<HttpResponseMessage> RespondAsync(string requestId, string body) =>
        RespondAsync(requestId, Encoding.UTF8.GetBytes(body));

    public Task<HttpResponseMessage> FailAsync(string path, string type, string body) => PostAsync(
        path, Encoding.UTF8.GetBytes(body), "application/vnd.aws.lambda.error+json", ("Lambda-Runtime-Function-Error-Type", type));

    public Task<HttpResponseMessage> RestoreAsync() => _http.GetAsync("restore/next");

    public static string RequestId(HttpResponseMessage next) => next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string path, byte[] body, string type, (string Name, string? Value) header)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (header.Value is not null)
            request.Headers.Add(header.Name, header.Value);
        return await _http.SendAsync(request);
    }
}
