using System.Security.Cryptography.X509Certificates;
using Framework.Testing.RuntimeApi;
using Framework.Tests.Runtime;
using Framework.Tls.Tests;

namespace Framework.Tests.Tls;

/// <summary>Whom a function calls over TLS, and whom it refuses, in a process of its own.</summary>
public sealed class ServerCertificateTests : IDisposable
{
    private const string Unknown = "The server's certificate has none of the trusted roots";

    private readonly TestAuthority _authority = new();
    private readonly string _bundle = Path.GetTempFileName();

    public ServerCertificateTests() => File.WriteAllText(_bundle, _authority.Pem);

    public void Dispose()
    {
        _authority.Dispose();
        File.Delete(_bundle);
    }

    [Fact]
    public async Task A_server_whose_root_is_in_the_PEM_file_is_called()
    {
        var (status, messages) = await CallAsync(_bundle, _authority.Issue());

        Assert.Equal(200, status);
        Assert.Contains($"The trusted roots are those of {_bundle}.", messages);
    }

    [Theory]
    [InlineData("amazon", "Amazon's own")]
    [InlineData("system", "the system's")]
    public async Task A_server_with_another_root_is_refused_in_one_sentence_that_names_the_switch(string mode, string roots)
    {
        var (status, messages) = await CallAsync(mode, _authority.Issue());

        Assert.Equal(500, status);
        Assert.Contains(
            $"{Unknown}, which are {roots}: set FRAMEWORK_TRUSTED_ROOTS to system, or to a PEM file that holds the server's root.",
            messages);
    }

    [Theory]
    [InlineData("amazon")]
    [InlineData("system")]
    [InlineData("bundle")]
    public async Task An_expired_certificate_is_refused(string mode) => await AssertRefusedAsync(
        mode, _authority.Issue(end: new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("amazon")]
    [InlineData("system")]
    [InlineData("bundle")]
    public async Task A_certificate_of_another_name_is_refused(string mode) =>
        await AssertRefusedAsync(mode, _authority.Issue("elsewhere.example.com"));

    [Theory]
    [InlineData("amazon")]
    [InlineData("system")]
    [InlineData("bundle")]
    public async Task A_self_signed_certificate_is_refused(string mode) =>
        await AssertRefusedAsync(mode, TestAuthority.SelfSigned());

    [Fact]
    public async Task A_file_without_a_certificate_is_refused_at_start()
    {
        await File.WriteAllTextAsync(_bundle, "no certificate");
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = Start(emulator, _bundle);

        Assert.Equal(1, await function.Exited.InTimeAsync());
        Assert.Equal(
            $"Framework.Tests.Lambda could not start: The trusted roots are those of {_bundle}, and there is no root certificate among them.",
            Assert.Single(function.Error.Lines));
    }

    private async Task AssertRefusedAsync(string mode, X509Certificate2 certificate) =>
        Assert.Equal(500, (await CallAsync(mode == "bundle" ? _bundle : mode, certificate)).Status);

    private static async Task<(int Status, List<string?> Messages)> CallAsync(string mode, X509Certificate2 certificate)
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        await using var function = Start(emulator, mode);
        // Any plain server will do: one that was called has been trusted.
        await using var server = await RuntimeApiEmulator.StartAsync();
        await using var front = new TlsFront(certificate, new Uri($"http://{server.Address}").Port);

        var result = await emulator.InvokeAsync(new Service.HttpApiEvent("GET", "/fetch") { Query = $"address={front.Address}" }.ToJson());

        Assert.Null(result.Error);
        var status = System.Text.Json.JsonElement.Parse(result.Payload.Span).GetProperty("statusCode").GetInt32();
        // The process writes its lines before it responds, but the pipe is read beside.
        await function.Output.WaitForAsync($"\"status\":{status}").InTimeAsync();
        return (status, [.. TestFunction.Messages(function)]);
    }

    private static FunctionProcess Start(RuntimeApiEmulator emulator, string mode) => TestFunction.Start(
        emulator, environment: [("FRAMEWORK_TRUSTED_ROOTS", mode), ("AWS_LAMBDA_LOG_LEVEL", "DEBUG")]);
}
