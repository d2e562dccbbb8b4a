using Framework.Generated;
using Framework.Tests.Service;

namespace Framework.Tests.Binding;

/// <summary>Bodies of generic, polymorphic and nested types: what fits is read, and what does not is a problem that
/// names its JSON path.</summary>
public sealed class BodyShapeTests
{
    private const string Circle = """{"$type":"circle","radius":1,"shape label":"c"}""";

    [Theory]
    [InlineData("""{"items":[]}""", "0 Black none 0")]
    [InlineData("""{"items":[{"layer_name":"a","shapes":[CIRCLE,{"$type":"square","side":2,"shape label":"s"}]}],"ink":"dark-red"}""", "2 DarkRed none 0")]
    [InlineData("""{"items":[{"layer_name":"a","shapes":[],"below":null}],"note":"n","level":"high","tags":{"null":"null"},"anything":[null]}""", "0 Black n 1")]
    [InlineData("""{"items":[{"layer_name":"a","shapes":[{"radius":1,"$type":"circle","shape label":"late"}]}],"more":[null]}""", "1 Black none 0")]
    public async Task What_fits_is_read(string body, string read)
    {
        var response = await PostAsync(body);

        Assert.Equal((200, read), (response.Status, response.Body));
    }

    [Theory]
    [InlineData("""{}""", "items", "Is missing. Must be an array.")]
    [InlineData("""{"items":null}""", "items", "Must not be null. Must be an array.")]
    [InlineData("""{"items":[null]}""", "items[0]", "Must not be null. Must be an object.")]
    [InlineData("""{"items":[{"layer_name":null,"shapes":[]}]}""", "items[0].layer_name", "Must not be null. Must be a string.")]
    [InlineData("""{"items":[{"name":"a","shapes":[]}]}""", "items[0].layer_name", "Is missing. Must be a string.")]
    [InlineData("""{"items":[{"layer_name":"a","shapes":[],"below":{"layer_name":"b"}}]}""", "items[0].below.shapes", "Is missing. Must be an array.")]
    [InlineData("""{"items":[],"note":null}""", "note", "Must not be null. Must be a string.")]
    [InlineData("""{"items":[],"tags":{"a":null}}""", "tags.a", "Must not be null. Must be a string.")]
    [InlineData("""{"items":[],"ink":"Blue"}""", "ink", "Must be one of black, dark-red.")]
    [InlineData("""{"items":[],"ink":[]}""", "ink", "Must be one of black, dark-red.")]
    public async Task What_does_not_is_422_by_its_path(string body, string path, string message) => await FailsAsync(body, path, message);

    [Theory]
    [InlineData("""{"radius":1,"shape label":"c"}""", "['$type']", "Is missing. Must be one of circle, square.")]
    [InlineData("""{"$type":"line","shape label":"c"}""", "['$type']", "Must be one of circle, square.")]
    [InlineData("""{"$type":1,"shape label":"c"}""", "['$type']", "Must be one of circle, square.")]
    [InlineData("""{"$type":null,"shape label":"c"}""", "['$type']", "Must be one of circle, square.")]
    [InlineData("""{"$type":"circle","radius":1}""", "['shape label']", "Is missing. Must be a string.")]
    [InlineData("""{"$type":"circle","radius":1,"shape label":null}""", "['shape label']", "Must not be null. Must be a string.")]
    [InlineData("""{"$type":"circle","radius":"1x","shape label":"c"}""", ".radius", "Must be an integer from -2147483648 to 2147483647.")]
    [InlineData("""null""", "", "Must not be null. Must be an object.")]
    [InlineData("""[]""", "", "Must be an object.")]
    public async Task A_wrong_one_of_several_types_is_422_by_its_path(string shape, string path, string message) => await FailsAsync(
        $$"""{"items":[{"layer_name":"a","shapes":[{{Circle}},{{shape}}]}]}""", $"items[0].shapes[1]{path}", message);

    [Fact]
    public async Task Broken_rules_are_reported_by_the_names_that_JSON_has()
    {
        var response = await PostAsync(
            """{"items":[{"layer_name":"","shapes":[CIRCLE,{"$type":"square","side":2,"shape label":""}],"below":{"layer_name":"","shapes":[]}}],"note":""}""");

        Assert.Equal((422, "validation-failed"), (response.Status, response.Kind));
        Assert.Equal(
            ["items[0].below.layer_name", "items[0].layer_name", "items[0].shapes[1]['shape label']", "note"],
            response.Fields.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""["a",null]""", 200)]
    [InlineData("""[1]""", 422)]
    [InlineData("""null""", 422)]
    public async Task Nulls_stand_in_a_list_that_says_so(string body, int status)
    {
        await using var service = new TestService([new CollectEndpoint()]);

        Assert.Equal(status, (await service.SendAsync(new HttpApiEvent("POST", "/names") { Body = body })).Status);
    }

    private static async Task FailsAsync(string body, string path, string message)
    {
        var response = await PostAsync(body);

        Assert.Equal((422, "invalid-body"), (response.Status, response.Kind));
        Assert.Equal([path], response.Fields);
        Assert.Equal(message, response.Json.GetProperty("errors").GetProperty(path)[0].GetString());
    }

    [Fact]
    public async Task A_value_that_JSON_writes_as_text_is_reported_with_what_the_text_holds()
    {
        await using var service = new TestService([new WeighEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("POST", "/weights")
        {
            Body = """{"span":"x","link":5,"bytes":"!","more":[],"list":{},"version":"x","grams":"x"}""",
        });

        Assert.Equal(
            [
                "Must be a string that holds a duration such as 1.02:03:04.", "Must be a string that holds a URI.",
                "Must be a string that holds base64.", "Must be an object.", "Must be an array.",
                "Must be a string that holds a version such as 1.2.3.", "Must be an integer.",
            ],
            response.Json.GetProperty("errors").EnumerateObject().Select(error => error.Value[0].GetString()));
    }

    [Fact]
    public async Task A_name_that_a_strict_type_does_not_have_is_reported()
    {
        await using var service = new TestService([new WeighEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("POST", "/weights")
        {
            Body = """{"span":"01:00:00","link":"https://a.example","bytes":"","more":{},"list":[],"version":"1.2","grams":1,"weight":{}}""",
        });

        Assert.Equal((422, "invalid-body"), (response.Status, response.Kind));
        Assert.Equal("""{"weight":["Is not known."]}""", response.Json.GetProperty("errors").GetRawText());
    }

    private static async Task<ClientResponse> PostAsync(string body)
    {
        await using var service = new TestService([new DrawEndpoint()]);
        return await service.SendAsync(new HttpApiEvent("POST", "/drawings") { Body = body.Replace("CIRCLE", Circle, StringComparison.Ordinal) });
    }
}
