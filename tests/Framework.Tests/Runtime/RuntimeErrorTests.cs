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

    [Fact]
    public void A_message_has_16_KB_and_a_stack_50_lines_of_500_characters()
    {
        var message = new string('m', 16 * 1024);
        var frame = new string('f', 500);

        var whole = Parse(new RuntimeError("T", message, [.. Enumerable.Repeat(frame, 50)]));
        var cut = Parse(new RuntimeError("T", message + "m", [.. Enumerable.Repeat(frame + "f", 51)]));

        Assert.All([whole, cut], error =>
        {
            Assert.Equal(message, error.GetProperty("errorMessage").GetString());
            Assert.Equal(Enumerable.Repeat(frame, 50), error.GetProperty("stackTrace").EnumerateArray().Select(line => line.GetString()!));
        });
    }

    [Fact]
    public void An_exception_that_was_not_thrown_has_no_stack()
    {
        Assert.Empty(RuntimeError.From(new InvalidOperationException()).StackTrace);
        Assert.Equal("Runtime.InitError", RuntimeError.From(new InvalidOperationException(), "Runtime.InitError").Type);
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
