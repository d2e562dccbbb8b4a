using System.Text;
using Framework.Generated;
using Framework.Tests.Service;
using FsCheck.Xunit;

namespace Framework.Tests.Binding;

public sealed class JsonBodyTests
{
    private const string Id = "0b9f6a3c-1f3f-4c62-9d2e-0f6f5a8f8a11";

    private const string Valid = $$"""
        {"name":"n","note":null,"count":1,"serial":2,"express":true,"kind":"Large","id":"{{Id}}","at":"2026-11-23T20:15:00Z","lines":[{"sku":"s","quantity":1}],"weight":1.5}
        """;

    private static readonly string WithoutNull = Valid.Replace("\"note\":null,", "", StringComparison.Ordinal);

    [Fact]
    public async Task A_whole_body_is_read()
    {
        var response = await PostAsync(Valid);

        Assert.Equal((201, "/orders/1"), (response.Status, response.Header("location")));
        Assert.Equal("s", response.Json.GetProperty("lines")[0].GetProperty("sku").GetString());
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        Assert.Equal(201, (await PostAsync("\uFEFF" + Valid)).Status);
        Assert.Equal((400, "malformed-json"), await KindAsync("\uFEFF"));
        Assert.Equal((400, "malformed-json"), await KindAsync("\uFEFF\uFEFF" + Valid));

        static async Task<(int, string?)> KindAsync(string body)
        {
            var response = await PostAsync(body);
            return (response.Status, response.Kind);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON; charset=\"UTF-8\"")]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/json;odata=x;charset=utf-8")]
    [InlineData("application/json; charset=utf8")]
    [InlineData("application/json; charset=US-ASCII")]
    public async Task JSON_of_any_name_is_taken(string? contentType) =>
        Assert.Equal(201, (await PostAsync(Valid, contentType)).Status);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/jsonp")]
    [InlineData("text/json+xml")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json, text/plain")]
    public async Task Another_media_type_is_415(string contentType)
    {
        var response = await PostAsync(Valid, contentType);

        Assert.Equal((415, "unsupported-media-type"), (response.Status, response.Kind));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br, identity")]
    [InlineData("aws-chunked")]
    public async Task An_encoded_body_is_415_with_what_would_be_taken(string encoding)
    {
        var response = await PostEncodedAsync(encoding);

        Assert.Equal((415, "unsupported-content-encoding", "identity"), (response.Status, response.Kind, response.Header("accept-encoding")));
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("Identity, identity")]
    [InlineData("")]
    public async Task A_body_without_a_coding_is_taken(string encoding) => Assert.Equal(201, (await PostEncodedAsync(encoding)).Status);

    [Theory]
    [InlineData("\"x\":1,\"x\":2", "x")]
    [InlineData("\"x\":1,\"X\":2", "X")]
    [InlineData("\"x\":{\"a\":1,\"b\":{},\"a\":1}", "x.a")]
    [InlineData("\"x\":1,\"\\u0078\":2", "x")]
    [InlineData("\"ä\":1,\"ä\":2", "ä")]
    [InlineData("\"x\":[{\"a\":1,\"a\":1}]", "x[0].a")]
    public async Task A_key_that_nobody_asked_for_is_named_once_too(string members, string place)
    {
        var response = await PostAsync($"{WithoutNull[..^1]},{members}}}");

        Assert.Equal((400, "duplicate-key"), (response.Status, response.Kind));
        Assert.Equal([place], response.Fields);
    }

    [Theory]
    [InlineData("\"x\":{\"a\":1},\"y\":{\"a\":2}")]
    [InlineData("\"x\":{\"a\":1,\"A\":2}")]
    [InlineData("\"x\":[{\"a\":1},{\"a\":1}],\"ä\":1,\"Ö\":2")]
    [InlineData("\"extras\":{\"a\":1,\"A\":2}")]
    public async Task Keys_of_objects_apart_may_be_the_same(string members) => Assert.Equal(201, (await PostAsync($"{WithoutNull[..^1]},{members}}}")).Status);

    [Fact]
    public async Task A_missing_body_is_400()
    {
        var response = await PostAsync("");

        Assert.Equal((400, "missing-body"), (response.Status, response.Kind));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_413()
    {
        var response = await PostAsync($"\"{new string('x', 1024 * 1024)}\"");

        Assert.Equal((413, "body-too-large"), (response.Status, response.Kind));
    }

    [Theory]
    [InlineData("{", "malformed-json")]
    [InlineData("   ", "malformed-json")]
    [InlineData("{'name':1}", "malformed-json")]
    [InlineData("{\"name\":1,}", "malformed-json")]
    [InlineData("{\"name\":01}", "malformed-json")]
    [InlineData("{\"name\":NaN}", "malformed-json")]
    [InlineData("{\"name\":\"a\nb\"}", "malformed-json")]
    [InlineData("/* */{}", "malformed-json")]
    [InlineData("{\"name\":\"\\ud800\"}", "malformed-json")]
    [InlineData("{\"\\ud800\":1}", "malformed-json")]
    [InlineData("{\"name\":\"\\udc00\\ud800\"}", "malformed-json")]
    [InlineData("{} {}", "trailing-bytes")]
    [InlineData("{}x", "trailing-bytes")]
    [InlineData("{}]", "trailing-bytes")]
    [InlineData("1 2", "trailing-bytes")]
    public async Task What_is_no_JSON_is_400(string body, string kind)
    {
        var response = await PostAsync(body);

        Assert.Equal((400, kind), (response.Status, response.Kind));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'"', 0xff, (byte)'"' })]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xc3, (byte)'"', (byte)':', (byte)'1', (byte)'}' })]
    [InlineData(new byte[] { 0xff, 0xfe, (byte)'{', 0, (byte)'}', 0 })]
    public async Task Bytes_that_are_no_UTF_8_are_400(byte[] body)
    {
        var response = await PostAsync(body);

        Assert.Equal((400, "malformed-json"), (response.Status, response.Kind));
    }

    [Theory]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"}", "name")]
    [InlineData("{\"name\":\"a\",\"NAME\":\"b\"}", "NAME")]
    [InlineData("{\"name\":\"a\",\"n\\u0061me\":\"b\"}", "name")]
    [InlineData("{\"lines\":[{\"sku\":\"a\"},{\"sku\":\"a\",\"Sku\":\"b\"}]}", "lines[1].Sku")]
    [InlineData("{\"extras\":{\"a\":1,\"a\":2}}", "extras.a")]
    [InlineData("{\"a b\":1,\"a b\":2}", "['a b']")]
    public async Task A_key_named_twice_is_400_wherever_it_stands(string body, string path)
    {
        var response = await PostAsync(body);

        Assert.Equal((400, "duplicate-key"), (response.Status, response.Kind));
        Assert.Equal([path], response.Fields);
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    [InlineData(100_000, true)]
    public async Task What_nests_deeper_than_64_levels_is_400(int depth, bool isTooDeep)
    {
        var response = await PostAsync(new string('[', depth) + new string(']', depth));

        Assert.Equal(isTooDeep ? (400, "json-too-deep") : (422, "invalid-body"), (response.Status, response.Kind));
    }

    [Theory]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    [InlineData("1", "$")]
    [InlineData("\"x\"", "$")]
    [InlineData("{}", "name count express kind id lines")]
    public async Task A_body_of_another_shape_is_422_and_names_all_that_is_missing(string body, string fields)
    {
        var response = await PostAsync(body);

        Assert.Equal((422, "invalid-body"), (response.Status, response.Kind));
        Assert.Equal(fields.Split(' '), response.Fields);
    }

    [Theory]
    [InlineData("\"name\":\"n\"", "\"name\":null", "name", "Must not be null. Must be a string.")]
    [InlineData("\"name\":\"n\"", "\"name\":1", "name", "Must be a string.")]
    [InlineData("\"name\":\"n\"", "\"name\":{}", "name", "Must be a string.")]
    [InlineData("\"count\":1", "\"count\":null", "count", "Must not be null. Must be an integer from -2147483648 to 2147483647.")]
    [InlineData("\"count\":1", "\"count\":1.5", "count", "Must be an integer from -2147483648 to 2147483647.")]
    [InlineData("\"count\":1", "\"count\":99999999999999999999", "count", "Must be an integer from -2147483648 to 2147483647.")]
    [InlineData("\"count\":1", "\"count\":1e2", "count", "Must be an integer from -2147483648 to 2147483647.")]
    [InlineData("\"count\":1", "\"count\":true", "count", "Must be an integer from -2147483648 to 2147483647.")]
    [InlineData("\"express\":true", "\"express\":\"true\"", "express", "Must be true or false.")]
    [InlineData("\"kind\":\"Large\"", "\"kind\":\"Huge\"", "kind", "Must be one of small, large.")]
    [InlineData("\"at\":\"2026-11-23T20:15:00Z\"", "\"at\":\"yesterday\"", "at", "Must be a string that holds an instant with its offset such as 2026-11-23T20:15:00Z.")]
    [InlineData("\"lines\":[", "\"extras\":{\"a\":\"b\"},\"lines\":[", "extras.a", "Must be an integer from -2147483648 to 2147483647.")]
    [InlineData("\"quantity\":1", "\"quantity\":\"1x\"", "lines[0].quantity", "Must be an integer from -2147483648 to 2147483647.")]
    [InlineData(",\"quantity\":1", "", "lines[0].quantity", "Is missing. Must be an integer from -2147483648 to 2147483647.")]
    [InlineData("[{\"sku\":\"s\",\"quantity\":1}]", "{}", "lines", "Must be an array.")]
    [InlineData("[{\"sku\":\"s\",\"quantity\":1}]", "[1]", "lines[0]", "Must be an object.")]
    public async Task A_wrong_value_is_422_by_its_path(string right, string wrong, string path, string message)
    {
        Assert.Contains(right, Valid);

        var response = await PostAsync(Valid.Replace(right, wrong));

        Assert.Equal((422, "invalid-body"), (response.Status, response.Kind));
        Assert.Equal([path], response.Fields);
        Assert.Equal(message, response.Json.GetProperty("errors").GetProperty(path)[0].GetString());
    }

    [Fact]
    public async Task Unknown_properties_are_passed_over_and_names_have_no_case() =>
        Assert.Equal(201, (await PostAsync(Valid.Replace("\"name\"", "\"unknown\":{\"a\":[1]},\"NAME\""))).Status);

    [Fact]
    public async Task A_response_is_escaped_as_the_service_s_JSON_context_says()
    {
        await using var service = new TestService([new PlaceOrderEndpoint()], builder => builder.Json.Use(new TestJson(
            new System.Text.Json.JsonSerializerOptions(TestJson.Default.Options)
            {
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            })));

        var response = await service.SendAsync(new HttpApiEvent("POST", "/orders") { Body = Valid.Replace("\"n\"", "\"käse+\"") });

        Assert.Contains("käse+", response.Body);
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("\"1e400\"")]
    public async Task A_number_beyond_its_type_is_422_and_never_infinity(string weight)
    {
        var response = await PostAsync(Valid.Replace("1.5", weight));

        Assert.Equal((422, "invalid-body"), (response.Status, response.Kind));
        Assert.Equal(["weight"], response.Fields);
    }

    [Fact]
    public async Task A_number_that_may_be_infinite_says_so_with_its_attribute()
    {
        var response = await PostAsync(Valid.Replace("\"weight\"", "\"depth\":\"Infinity\",\"weight\""));

        Assert.Equal(201, response.Status);
        Assert.Equal("Infinity", response.Json.GetProperty("depth").GetString());
    }

    [Theory]
    [InlineData("\"yes\"", 201)]
    [InlineData("null", 201)]
    [InlineData("\"perhaps\"", 422)]
    [InlineData("true", 422)]
    public async Task A_property_with_a_converter_of_its_own_is_read_by_it_also_beside_a_null(string gift, int status)
    {
        var response = await PostAsync(Valid.Replace("\"weight\"", $"\"gift\":{gift},\"weight\""));

        Assert.Equal(status, response.Status);
        if (status == 422)
            Assert.Equal(["gift"], response.Fields);
    }

    // .NET would take the machine's own offset: another instant on a developer's machine than in Lambda.
    [Theory]
    [InlineData("2026-11-23T20:15:00")]
    [InlineData("2026-11-23")]
    [InlineData("2026-11-23T20:15")]
    public async Task An_instant_without_an_offset_is_422(string at)
    {
        var response = await PostAsync(Valid.Replace("2026-11-23T20:15:00Z", at));

        Assert.Equal((422, "invalid-body"), (response.Status, response.Kind));
        Assert.Equal(["at"], response.Fields);
    }

    [Theory]
    [InlineData("2026-11-23T20:15:00-05:30")]
    [InlineData("2026-11-23T20:15:00.123456789Z")]
    public async Task An_instant_with_an_offset_is_read(string at) =>
        Assert.Equal(201, (await PostAsync(Valid.Replace("2026-11-23T20:15:00Z", at))).Status);

    [Fact]
    public async Task A_problem_echoes_no_value_of_the_body()
    {
        const string Secret = "hunter2-hunter2";
        foreach (var body in new[]
        {
            Valid.Replace("\"count\":1", $"\"count\":\"{Secret}\""), $"{{\"name\":\"{Secret}\"", $"\"{Secret}\"", $"{{}} \"{Secret}\"",
            Valid.Replace("\"Large\"", $"\"{Secret}\""), Valid.Replace(Id, Secret), $"{{\"name\":\"{Secret}\",\"name\":\"{Secret}\"}}",
        })
        {
            var response = await PostAsync(body);
            Assert.InRange(response.Status, 400, 499);
            Assert.DoesNotContain("hunter2", response.Body);
        }
    }

    [Fact]
    public async Task A_long_name_is_cut_short()
    {
        var name = new string('x', 10_000);

        Assert.InRange((await PostAsync($"{{\"{name}\":1,\"{name}\":2}}")).Body.Length, 1, 500);
    }

    [Property(MaxTest = 300)]
    public bool No_bytes_fail_the_service(byte[] body) => PostAsync(body).Result.Status is >= 400 and < 500;

    [Property(MaxTest = 300)]
    public bool No_change_to_a_valid_body_fails_the_service(byte[] change, uint position, bool insert)
    {
        var valid = Encoding.UTF8.GetBytes(Valid);
        var at = (int)(position % (uint)valid.Length);
        byte[] body = insert
            ? [.. valid[..at], .. change, .. valid[at..]]
            : [.. valid[..at], .. change, .. valid[Math.Min(valid.Length, at + change.Length)..]];
        return PostAsync(body).Result.Status is 201 or (>= 400 and < 500);
    }

    [Property(MaxTest = 200)]
    public bool No_swap_of_JSON_values_fails_the_service(uint from, uint to)
    {
        string[] values = ["null", "true", "1", "-1e400", "\"\"", "[]", "{}", "[[]]", "{\"a\":null}", "\"\\ud800\"", "1e5", "12345678901234567890123"];
        string[] fields = ["\"n\"", "null", "1", "2", "true", "\"Large\"", $"\"{Id}\"", "\"s\"", "1.5", "[{\"sku\":\"s\",\"quantity\":1}]"];
        var body = Valid.Replace(fields[from % fields.Length], values[to % values.Length]);
        return PostAsync(body).Result.Status is 201 or (>= 400 and < 500);
    }

    private static async Task<ClientResponse> PostEncodedAsync(string encoding)
    {
        await using var service = new TestService([new PlaceOrderEndpoint()]);
        return await service.SendAsync(new HttpApiEvent("POST", "/orders") { Body = Valid }.With("content-encoding", encoding));
    }

    private static Task<ClientResponse> PostAsync(string body, string? contentType = "application/json") =>
        PostAsync(Encoding.UTF8.GetBytes(body), contentType);

    private static async Task<ClientResponse> PostAsync(byte[] body, string? contentType = "application/json")
    {
        await using var service = new TestService([new PlaceOrderEndpoint()]);
        var request = new HttpApiEvent("POST", "/orders") { Body = Convert.ToBase64String(body), IsBase64 = true };
        return await service.SendAsync(contentType is null ? request : request.With("content-type", contentType));
    }
}
