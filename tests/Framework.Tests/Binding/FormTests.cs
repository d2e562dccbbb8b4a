using System.Text;
using Framework.Generated;
using Framework.Tests.Service;
using FsCheck;
using FsCheck.Xunit;

namespace Framework.Tests.Binding;

/// <summary>Forms with and without files, and bodies of any kind.</summary>
public sealed class FormTests
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data; boundary=b";

    [Fact]
    public async Task A_form_is_read_into_its_record()
    {
        var response = await SendAsync(UrlEncoded, "title=a+b%26c&tags=x&tags=y%2Cz&copies=3&title=second");

        Assert.Equal(200, response.Status);
        Assert.Equal(("a b&c", "3", "x|y,z", "none", ""), (Value(response, "title"), Value(response, "copies"), Value(response, "tags"), Value(response, "photo"), Value(response, "more")));
    }

    [Fact]
    public async Task A_form_with_files_is_read_into_its_record()
    {
        var response = await SendAsync(Multipart, Part("name=title", "T") + Part("name=photo; filename=\"a.png\"", "\u0001ÿ", "Content-Type: image/png\r\n")
            + Part("name=more; filename=b.txt", "1") + Part("name=more; filename=c.txt", "2") + Part("name=tags", "x") + "--b--");

        Assert.Equal(200, response.Status);
        Assert.Equal(("T", "photo a.png image/png \u0001ÿ", "b.txt|c.txt", "x"), (Value(response, "title"), Value(response, "photo"), Value(response, "more"), Value(response, "tags")));
    }

    [Fact]
    public async Task A_form_of_HttpClient_is_read()
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent("T"), "title" },
            { new ByteArrayContent([1, 255]), "photo", "ä.png" },
        };

        var response = await SendAsync(content.Headers.ContentType!.ToString(), Encoding.Latin1.GetString(await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));

        Assert.Equal(("T", "photo ä.png text/plain \u0001ÿ"), (Value(response, "title"), Value(response, "photo")));
    }

    [Fact]
    public async Task A_file_that_the_user_has_not_chosen_is_none()
    {
        var response = await SendAsync(Multipart, Part("name=title", "T") + Part("name=photo; filename=\"\"", "", "Content-Type: application/octet-stream\r\n") + "--b--");

        Assert.Equal("none", Value(response, "photo"));
    }

    [Theory]
    [InlineData("copies=0&tags=a&sort-by=x", 400, "copies|sort-by|title")]
    [InlineData("copies=10&title=a", 400, "copies")]
    [InlineData("title=", 422, "title")]
    [InlineData("title=a&sort-by=small", 422, "sort-by")]
    public async Task What_is_wrong_with_a_form_is_named_by_its_fields(string form, int status, string fields)
    {
        var response = await SendAsync(UrlEncoded, form);

        Assert.Equal((status, fields), (response.Status, string.Join('|', response.Fields.Order())));
        if (fields.EndsWith("|title", StringComparison.Ordinal))
            Assert.Equal("Is missing from the form. Must be text.", response.Json.GetProperty("errors").GetProperty("title")[0].GetString());
    }

    [Theory]
    [InlineData("application/json", "{}", 415, "unsupported-media-type", "Send the body as application/x-www-form-urlencoded or multipart/form-data, and say so in the header Content-Type.")]
    [InlineData(null, "title=a", 415, "unsupported-media-type", null)]
    [InlineData("multipart/mixed; boundary=b", "x", 415, "unsupported-media-type", null)]
    [InlineData("multipart/form-data", "x", 400, "malformed-form", "The header Content-Type names no boundary of 1 to 70 characters.")]
    [InlineData(Multipart, "x", 400, "malformed-form", "The body does not begin with its boundary.")]
    [InlineData(UrlEncoded, "", 400, "missing-body", "Send a body as application/x-www-form-urlencoded or multipart/form-data.")]
    public async Task A_body_that_is_no_form_is_a_problem(string? type, string body, int status, string kind, string? detail)
    {
        var response = await SendAsync(type, body);

        Assert.Equal((status, kind), (response.Status, response.Kind));
        if (detail is not null)
            Assert.Equal(detail, response.Json.GetProperty("detail").GetString());
        Assert.Equal(status == 415 ? "application/x-www-form-urlencoded, multipart/form-data" : null, response.Header("accept"));
    }

    [Theory]
    [InlineData(5, 200)]
    [InlineData(6, 413)]
    public async Task An_endpoint_limits_the_parts(int parts, int status)
    {
        var response = await SendAsync(Multipart, string.Concat(Enumerable.Repeat(Part("name=title", "T"), parts)) + "--b--");

        Assert.Equal(status, response.Status);
        if (status == 413)
            Assert.Equal(("too-many-parts", "Send at most 5 fields and files."), (response.Kind, response.Json.GetProperty("detail").GetString()));
    }

    [Theory]
    [InlineData(20_000, 200)]
    [InlineData(20_001, 413)]
    public async Task An_endpoint_limits_a_form_s_size(int bytes, int status) =>
        Assert.Equal(status, (await SendAsync(UrlEncoded, "title=" + new string('a', bytes - 6))).Status);

    [Theory]
    [InlineData("{\"top\":[[1]]}", 204, null)]
    [InlineData("{\"top\":[[{}]]}", 400, "json-too-deep")]
    [InlineData("{\"top\":[[", 400, "malformed-json")]
    [InlineData("{\"top\":\"345678901234567890123456789012\"}", 204, null)]
    [InlineData("{\"top\":\"3456789012345678901234567890123\"}", 413, "body-too-large")]
    public async Task An_endpoint_limits_a_JSON_body(string body, int status, string? kind)
    {
        await using var service = new TestService([new PileEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("POST", "/pile") { Body = body });

        Assert.Equal((status, kind), (response.Status, kind is null ? null : response.Kind));
        if (kind == "json-too-deep")
            Assert.Equal(("top[0][0]", "Nest at most 3 levels."), (response.Fields.Single(), response.Json.GetProperty("detail").GetString()));
    }

    [Theory]
    [InlineData("image/png", 200)]
    [InlineData("IMAGE/jpeg; q=1", 200)]
    [InlineData("application/pdf", 200)]
    [InlineData("application/pdfx", 415)]
    [InlineData("imagex/png", 415)]
    [InlineData("", 415)]
    public async Task Bytes_are_taken_as_they_come_in_the_types_that_are_accepted(string type, int status)
    {
        await using var service = new TestService([new StoreImageEndpoint()]);

        var response = await service.SendAsync(Binary("PUT", "/images", type, [0, 255, 1]));

        Assert.Equal(status, response.Status);
        if (status == 200)
            Assert.Equal([0, 255, 1], response.Bytes);
        else
            Assert.Equal("image/*, application/pdf", response.Header("accept"));
    }

    [Fact]
    public async Task Bytes_that_are_missing_are_a_problem_and_those_that_may_be_left_out_are_not()
    {
        await using var service = new TestService([new StoreImageEndpoint(), new PourEndpoint()]);

        var image = await service.SendAsync(new HttpApiEvent("PUT", "/images").With("content-type", "image/png"));
        var water = await service.SendAsync(new HttpApiEvent("POST", "/pour"));

        Assert.Equal((400, "missing-body"), (image.Status, image.Kind));
        Assert.Equal((200, "\"none\""), (water.Status, water.Body));
    }

    [Fact]
    public async Task A_stream_reads_the_body_of_any_type()
    {
        await using var service = new TestService([new PourEndpoint()]);

        var decoded = await service.SendAsync(Binary("POST", "/pour", "x/y", "water"u8.ToArray()));
        var plain = await service.SendAsync(new HttpApiEvent("POST", "/pour") { Body = "water" });

        Assert.Equal(("\"water\"", "\"water\""), (decoded.Body, plain.Body));
    }

    [Theory]
    [InlineData("text=ab", "ab", "", "none", "1 20")]
    [InlineData("text=a+b&kinds=small&kinds=large&sort-by=name&page=3&page-size=7", "a b", "Small|Large", "name", "3 7")]
    public async Task A_record_is_read_from_the_query(string query, string text, string kinds, string sort, string page)
    {
        await using var service = new TestService([new SearchEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/search") { Query = query });

        Assert.Equal(200, response.Status);
        Assert.Equal((text, kinds, sort, page), (Value(response, "text"), Value(response, "kinds"), Value(response, "sort"), Value(response, "page")));
    }

    [Theory]
    [InlineData("", 400, "text")]
    [InlineData("text=ab&page=0&kinds=x&page-size=x", 400, "kinds|page|page-size")]
    [InlineData("text=a&sort-by=password", 422, "sort-by|text")]
    public async Task What_is_wrong_with_a_record_of_the_query_is_named_by_its_values(string query, int status, string fields)
    {
        await using var service = new TestService([new SearchEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/search") { Query = query });

        Assert.Equal((status, fields), (response.Status, string.Join('|', response.Fields.Order())));
    }

    [Property]
    public bool No_form_fails_the_service(NonNull<string> form) =>
        SendAsync(UrlEncoded, form.Get).Result.Status < 500 && SendAsync(Multipart, $"--b\r\n{form.Get}").Result.Status is >= 400 and < 500;

    private static string Part(string parameters, string content, string more = "") =>
        $"--b\r\nContent-Disposition: form-data; {parameters}\r\n{more}\r\n{content}\r\n";

    private static string? Value(ClientResponse response, string name) => response.Json.GetProperty(name).GetString();

    private static HttpApiEvent Binary(string method, string path, string type, byte[] body) =>
        new HttpApiEvent(method, path) { Body = Convert.ToBase64String(body), IsBase64 = true }.With("content-type", type);

    // One character is one byte, as the gateway passes a form on.
    private static async Task<ClientResponse> SendAsync(string? type, string body)
    {
        await using var service = new TestService([new UploadEndpoint()]);
        var request = new HttpApiEvent("POST", "/upload") { Body = Convert.ToBase64String(Encoding.Latin1.GetBytes(body)), IsBase64 = true };
        if (type is not null)
            request.With("content-type", type);
        return await service.SendAsync(request);
    }
}
