using System.Text.Json;
using Framework.Runtime;

namespace Framework.Tests.Runtime;

public sealed class RuntimeErrorTests
{
    private const int Limit = 256 * 1024;

    [Fact]
    public void An_error_names_its_type_message_and_stack()
    {
        var error = Parse(RuntimeError.From(Thrown(new InvalidOperationException("line\r\n\"quoted\" \u0001 <b>"))));

        Assert.Equal("Function.InvalidOperationException", error.GetProperty("errorType").GetString());
        Assert.Equal("line\r\n\"quoted\" \u0001 <b>", error.GetProperty("errorMessage").GetString());
        Assert.Contains(nameof(Thrown), error.GetProperty("stackTrace")[0].GetString());
    }

    [Theory]
    [InlineData('x')]
    [InlineData('\u0001')]
    [InlineData('€')]
    [InlineData('\ud800')]
    public void However_long_an_error_is_its_JSON_stays_under_256_KB(char letter)
    {
        var text = new string(letter, 100_000);
        var error = new RuntimeError("Function.Large", text, [.. Enumerable.Repeat(text, 1000)]);

        Assert.InRange(error.ToJson().Length, 1, Limit);
        Parse(error);
    }

    private static InvalidOperationException Thrown(InvalidOperationException exception)
    {
        try
        {
            throw exception;
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }

    private static JsonElement Parse(RuntimeError error) => JsonDocument.Parse(error.ToJson()).RootElement;
}
