using Framework.Local.Issuer;
using Microsoft.Extensions.Time.Testing;

namespace Framework.Local.Tests.Issuer;

public sealed class AuthorizationCodeTests
{
    [Theory]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void A_code_lives_five_minutes(int seconds, bool lives)
    {
        var clock = new FakeTimeProvider();
        var codes = new AuthorizationCodes(clock);
        var code = codes.Give(new DevelopmentUser("alice", []), AuthorizationRequest.Read(_ => null));

        clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(lives, codes.Take(code) is not null);
    }
}
