using Framework.Http;
using Framework.HttpEvents;

namespace Framework.Tests.HttpEvents;

public sealed class HttpEventTests
{
    [Fact]
    public void What_a_client_sent_is_not_left_in_memory_that_others_rent()
    {
        var httpEvent = new HttpEvent(FrontDoor.HttpApi);
        var rented = httpEvent.Rent(16);
        Array.Fill(rented, (byte)'x');

        httpEvent.Dispose();

        Assert.All(rented, value => Assert.Equal(0, value));
    }
}
