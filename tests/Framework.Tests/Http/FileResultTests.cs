using Framework.Generated;
using Framework.Http;
using Framework.Tests.Service;
using FsCheck;
using FsCheck.Xunit;

namespace Framework.Tests.Http;

/// <summary>Files, and the header that names them (RFC 6266, RFC 8187).</summary>
public sealed class FileResultTests
{
    [Theory]
    [InlineData(null, "attachment")]
    [InlineData("", "attachment")]
    [InlineData("report.pdf", "attachment; filename=\"report.pdf\"")]
    [InlineData("my report.pdf", "attachment; filename=\"my report.pdf\"")]
    [InlineData("résumé €.pdf", "attachment; filename=\"r_sum_ _.pdf\"; filename*=UTF-8''r%C3%A9sum%C3%A9%20%E2%82%AC.pdf")]
    [InlineData("50%.pdf", "attachment; filename=\"50_.pdf\"; filename*=UTF-8''50%25.pdf")]
    [InlineData("say \"hi\".pdf", "attachment; filename=\"say _hi_.pdf\"; filename*=UTF-8''say%20%22hi%22.pdf")]
    [InlineData("a\r\nset-cookie: b=c", "attachment; filename=\"a__set-cookie: b=c\"")]
    [InlineData("../../etc/passwd", "attachment; filename=\".._.._etc_passwd\"")]
    [InlineData("..\\boot.ini", "attachment; filename=\".._boot.ini\"")]
    public void A_name_is_sent_in_a_form_that_every_client_reads(string? name, string expected) =>
        Assert.Equal(expected, ContentDisposition.Of("attachment", name));

    [Property]
    public bool No_name_breaks_the_header(NonNull<string> name)
    {
        var header = ContentDisposition.Of("attachment", name.Get);
        return header.All(letter => letter is >= ' ' and <= '~') && header.Count(letter => letter == '"') is 0 or 2;
    }

    [Fact]
    public async Task A_file_is_saved_and_never_guessed_to_be_something_else()
    {
        await using var service = new TestService([new DownloadEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/download") { Query = "name=a.pdf" });

        Assert.Equal((200, "%PDF", "application/pdf"), (response.Status, response.Body, response.Header("content-type")));
        Assert.Equal(("attachment; filename=\"a.pdf\"", "nosniff"), (response.Header("content-disposition"), response.Header("x-content-type-options")));
        Assert.True(response.Raw.GetProperty("isBase64Encoded").GetBoolean());
    }

    [Fact]
    public async Task A_file_may_be_shown_and_travels_as_text_where_it_is_text()
    {
        await using var service = new TestService([new DownloadEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/download") { Query = "inline=true&type=text%2Fcsv" });

        Assert.Equal(("inline", false), (response.Header("content-disposition"), response.Raw.GetProperty("isBase64Encoded").GetBoolean()));
        Assert.Equal("%PDF", response.Body);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_404()
    {
        await using var service = new TestService([new DownloadEndpoint()]);

        Assert.Equal(404, (await service.SendAsync(new HttpApiEvent("GET", "/download") { Query = "missing=true" })).Status);
    }

    [Theory]
    [InlineData("text/plain", true)]
    [InlineData("TEXT/html; charset=utf-8", true)]
    [InlineData("application/json", true)]
    [InlineData("application/problem+json", true)]
    [InlineData("image/svg+xml ;a=b", true)]
    [InlineData("application/pdf", false)]
    [InlineData("image/png", false)]
    [InlineData("application/jsonx", false)]
    [InlineData("", false)]
    public void A_media_type_is_text_or_not(string type, bool isText) => Assert.Equal(isText, MediaType.IsText(type));
}
