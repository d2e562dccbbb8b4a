using Framework.Dispatch;
using Framework.Runtime;
using Framework.Telemetry;
using Framework.Tests.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Tests.Dispatch;

/// <summary><see cref="Dispatcher"/>, in a running service.</summary>
public sealed class DispatcherTests
{
    [Fact]
    public async Task The_log_of_an_event_of_no_family_names_its_invocation()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a")]);

        await Assert.ThrowsAsync<UndecodableEventException>(() => service.SendAsync("{}"u8.ToArray(), "request-7"));

        Assert.Equal("request-7", Assert.Single(service.Logs).GetProperty("requestId").GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"version":"2.0"}""")]
    public async Task An_invocation_is_current_no_longer_than_its_call(string payload)
    {
        await using var service = new TestService([new TestEndpoint("GET", "/a")]);
        using var invocation = new Invocation { Payload = System.Text.Encoding.UTF8.GetBytes(payload), RequestId = "request-1" };

        var call = service.Running.InvokeAsync(invocation, new ResponseBuffer());

        Assert.Null(service.Running.Services.GetRequiredService<CurrentInvocation>().Value);
        await Assert.ThrowsAsync<UndecodableEventException>(async () => await call);
    }
}
