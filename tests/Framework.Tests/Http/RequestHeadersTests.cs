using System.Text;
using System.Text.Json;
using Framework.Http;

namespace Framework.Tests.Http;

public sealed class RequestHeadersTests
{
    [Fact]
    public void A_name_is_found_in_any_case_and_its_values_are_joined_in_order()
    {
        var headers = Read("""{"Accept":"text/html","X-A":"1","x-b":"2","x-a":"3","\u0058-A":"4"}""");

        Assert.Equal(("text/html", "1,3,4", "2", null), (headers["accept"], headers["X-a"], headers["X-B"], headers["x-c"]));
        Assert.True(headers.Contains("ACCEPT") && headers.Contains("x-b"));
        Assert.False(headers.Contains("x-c"));
        Assert.Equal(["Accept", "X-A", "x-b", "x-a", "X-A"], headers.Names);
    }

    [Fact]
    public void Any_number_of_headers_is_kept()
    {
        var headers = Read($"{{{string.Join(',', Enumerable.Range(0, 100).Select(index => $"\"h{index}\":\"{index}\""))}}}");

        Assert.All(Enumerable.Range(0, 100), index => Assert.Equal($"{index}", headers[$"h{index}"]));
        headers.Release();
        Assert.Empty(headers.Names);
        Assert.Null(headers["h1"]);
    }

    private static RequestHeaders Read(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var headers = new Request().Headers;
        headers.Read(bytes);
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Of(reader);
            reader.Read();
            headers.Add(new HeaderField(name, JsonText.Of(reader)));
        }
        return headers;
    }
}
