using System.Buffers.Text;
using Framework.DynamoDB.Errors;
using Framework.DynamoDB.Paging;

namespace Framework.DynamoDB.Tests;

public sealed class CursorLengthTests
{
    private const int Limit = 8192;

    // Format, nonce and tag take 29 bytes, the value's type and the lengths of both 4.
    private const int LongestText = (Limit / 4 * 3) - 29 - 4;

    private readonly CursorProtector _protector = new(() => new byte[32]);

    [Theory]
    [InlineData(LongestText - 1, Limit - 1)]
    [InlineData(LongestText, Limit)]
    public void A_cursor_of_up_to_8192_letters_is_opened(int text, int length)
    {
        var cursor = Seal(text);

        Assert.Equal(length, cursor.Length);
        Assert.Equal(text, Assert.Single(_protector.Open(cursor, [])).Text.Length);
    }

    [Fact]
    public void A_longer_cursor_is_refused_with_any_content()
    {
        var cursor = Seal(LongestText + 1);

        Assert.True(Base64Url.IsValid(cursor) && cursor.Length > Limit);
        Assert.Throws<InvalidCursorException>(() => _protector.Open(cursor, []));
    }

    private string Seal(int text) => _protector.Seal([new("S", new string('x', text))], []);
}
