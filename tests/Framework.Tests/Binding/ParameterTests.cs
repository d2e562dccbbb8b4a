using Framework.Generated;
using Framework.Tests.Service;
using FsCheck;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Tests.Binding;

public sealed class ParameterTests
{
    private const string Id = "0b9f6a3c-1f3f-4c62-9d2e-0f6f5a8f8a11";

    [Theory]
    [InlineData("express=true", "express", "True")]
    [InlineData("express=false", "express", "False")]
    [InlineData("day=2026-02-28", "day", "02/28/2026")]
    [InlineData("at=2026-11-23T20:15:00Z", "at", "11/23/2026 20:15:00 +00:00")]
    [InlineData("at=2026-11-23T20:15:00%2B02:00", "at", "11/23/2026 20:15:00 +02:00")]
    [InlineData("weight=-1.5e3", "weight", "-1500")]
    [InlineData("price=12.50", "price", "12.50")]
    [InlineData("link=https%3A%2F%2Fexample.com%2F", "link", "https://example.com/")]
    [InlineData("letter=%C3%AB", "letter", "ë")]
    [InlineData("age=1.02:03:04", "age", "1.02:03:04")]
    [InlineData("numbers=1&numbers=2&numbers=-3", "numbers", "1|2|-3")]
    [InlineData("kinds=large&kinds=small", "kinds", "Large|Small")]
    [InlineData("kind=small", "kind", "Small")]
    [InlineData("", "kind", "Large")]
    [InlineData("", "limit", "50")]
    [InlineData("limit=100", "limit", "100")]
    [InlineData("", "serial", "-1")]
    [InlineData("", "text", "a \"quoted\" text")]
    [InlineData("text=a+b%2Bc,d", "text", "a b+c,d")]
    [InlineData("", "express", "")]
    [InlineData("", "numbers", "")]
    public async Task A_value_is_read(string query, string name, string expected)
    {
        await using var service = New();

        var response = await service.SendAsync(new HttpApiEvent("GET", $"/find/{Id}") { Query = $"name=n&{query}" });

        Assert.Equal(200, response.Status);
        Assert.Equal(expected, response.Json.GetProperty(name).GetString());
    }

    [Theory]
    [InlineData("", null, "none", "none")]
    [InlineData("pages=1&pages=2", "a, b", "1|2", "a|b")]
    [InlineData("", "", "none", "")]
    public async Task A_list_that_may_be_null_is_null_where_it_is_left_out(string query, string? header, string pages, string tags)
    {
        await using var service = NewPick();
        var request = new HttpApiEvent("GET", "/pick") { Query = query };
        if (header is not null)
            request.Headers["x-tags"] = header;

        var response = await service.SendAsync(request);

        Assert.Equal((pages, tags), (response.Json.GetProperty("pages").GetString(), response.Json.GetProperty("tags").GetString()));
    }

    [Fact]
    public async Task A_service_is_taken_by_its_key_and_one_with_a_default_need_not_be_there()
    {
        await using var service = NewPick();

        var response = await service.SendAsync(new HttpApiEvent("GET", "/pick"));

        Assert.Equal("NorthRooms Rooms True", response.Json.GetProperty("services").GetString());
    }

    [Theory]
    [InlineData("express=True", "express", "Must be true or false.")]
    [InlineData("express=1", "express", "Must be true or false.")]
    [InlineData("day=2026-02-29", "day", "Must be a date such as 2026-11-23.")]
    [InlineData("day=23.11.2026", "day", "Must be a date such as 2026-11-23.")]
    [InlineData("at=2026-11-23T20:15:00", "at", "Must be an instant with its offset such as 2026-11-23T20:15:00Z.")]
    [InlineData("weight=NaN", "weight", "Must be a number.")]
    [InlineData("weight=1e999", "weight", "Must be a number.")]
    [InlineData("weight=1,5", "weight", "Must be a number.")]
    [InlineData("weight=+1", "weight", "Must be a number.")]
    [InlineData("weight=1%0D", "weight", "Must be a number.")]
    [InlineData("price=1e3", "price", "Must be a decimal number.")]
    [InlineData("link=/etc/passwd", "link", "Must be an absolute URI.")]
    [InlineData("link=todos", "link", "Must be an absolute URI.")]
    [InlineData("letter=ab", "letter", "Must be one character.")]
    [InlineData("age=PT1H", "age", "Must be a duration such as 1.02:03:04.")]
    [InlineData("numbers=1&numbers=x", "numbers[1]", "Must be an integer from -2147483648 to 2147483647.")]
    [InlineData("numbers=1,2", "numbers", "Must be an integer from -2147483648 to 2147483647.")]
    [InlineData("numbers=&numbers=", "numbers[0]|numbers[1]", "Must be an integer from -2147483648 to 2147483647.")]
    [InlineData("kind=Small", "kind", "Must be one of small, large.")]
    [InlineData("kind=0", "kind", "Must be one of small, large.")]
    [InlineData("limit=0", "limit", "Must be a number from 1 to 100.")]
    [InlineData("limit=101", "limit", "Must be a number from 1 to 100.")]
    [InlineData("limit=%201", "limit", "Must be a number from 1 to 100.")]
    [InlineData("limit=9999999999", "limit", "Must be a number from 1 to 100.")]
    [InlineData("serial=1.0", "serial", "Must be an integer from -9223372036854775808 to 9223372036854775807.")]
    public async Task A_malformed_value_is_reported_by_its_name_and_what_would_be_right(string query, string field, string message)
    {
        await using var service = New();

        var response = await service.SendAsync(new HttpApiEvent("GET", $"/find/{Id}") { Query = $"name=n&{query}" });

        Assert.Equal((400, "invalid-parameters"), (response.Status, response.Kind));
        Assert.Equal(field.Split('|'), response.Fields);
        Assert.Equal(message, response.Json.GetProperty("errors").GetProperty(response.Fields[0])[0].GetString());
    }

    [Theory]
    [InlineData("express=", "express", "")]
    [InlineData("express", "express", "")]
    [InlineData("limit=", "limit", "50")]
    [InlineData("kind=", "kind", "Large")]
    [InlineData("text=", "text", "a \"quoted\" text")]
    [InlineData("numbers=", "numbers", "")]
    public async Task A_value_that_may_be_left_out_may_be_left_empty(string query, string name, string expected)
    {
        await using var service = New();

        var response = await service.SendAsync(new HttpApiEvent("GET", $"/find/{Id}") { Query = $"name=&{query}" });

        Assert.Equal((200, expected, ""), (response.Status, response.Json.GetProperty(name).GetString(), response.Json.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 1994")]
    [InlineData("1994-11-06T08:49:37Z")]
    [InlineData("1994-11-06T09:49:37+01:00")]
    public void A_header_s_instant_is_read_in_each_form_of_HTTP(string text)
    {
        Assert.True(Values.HttpDate.Parse(text, out var instant));

        Assert.Equal(new DateTimeOffset(1994, 11, 6, 8, 49, 37, TimeSpan.Zero), instant);
    }

    [Theory]
    [InlineData("Monday, 06-Nov-93 08:49:37 GMT")]
    [InlineData("Mon, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 06 Nov 1994 08:49:37")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 CET")]
    [InlineData("Sun Nov 31 08:49:37 1994")]
    [InlineData("-")]
    [InlineData("")]
    public void What_is_no_date_of_HTTP_is_refused(string text) => Assert.False(Values.HttpDate.Parse(text, out _));

    [Theory]
    [InlineData("Monday, 23-Nov-26 20:15:00 GMT", 2026)]
    [InlineData("Wednesday, 23-Nov-77 20:15:00 GMT", 1977)]
    [InlineData("Tuesday, 23-Nov-77 20:15:00 GMT", 2077)]
    public void The_day_of_the_week_says_which_century_a_short_year_is_of(string text, int year)
    {
        Assert.True(Values.HttpDate.Parse(text, out var instant));
        Assert.Equal(year, instant.Year);
    }

    [Fact]
    public void A_date_and_time_without_an_offset_is_no_instant()
    {
        Assert.False(Values.DateTime.Parse("2026-11-23T20:15:00", out _));
        Assert.True(Values.DateTime.Parse("2026-11-23T20:15:00+02:00", out var value));
        Assert.Equal((new DateTime(2026, 11, 23, 18, 15, 0), DateTimeKind.Utc), (value, value.Kind));
    }

    [Fact]
    public async Task All_that_is_wrong_is_reported_at_once()
    {
        await using var service = New();

        var response = await service.SendAsync(new HttpApiEvent("GET", "/find/7") { Query = "limit=0&kind=x" });

        Assert.Equal(["id", "kind", "limit", "name"], response.Fields.Order());
        Assert.Equal("Is missing from the query string. Must be text.", response.Json.GetProperty("errors").GetProperty("name")[0].GetString());
        Assert.Equal("application/problem+json", response.Header("content-type"));
    }

    [Fact]
    public async Task Headers_are_read_without_case_and_lists_of_them_are_parted()
    {
        await using var service = New();

        var response = await service.SendAsync(
            new HttpApiEvent("GET", $"/find/{Id}") { Query = "name=n" }.With("If-Match", "\"1\"").With("X-TAGS", "a, b,,c"));

        Assert.Equal("\"1\"", response.Json.GetProperty("ifMatch").GetString());
        Assert.Equal("a|b|c", response.Json.GetProperty("tags").GetString());
    }

    [Fact]
    public async Task The_first_of_repeated_values_is_the_one_of_a_single_parameter()
    {
        await using var service = New();

        var response = await service.SendAsync(new HttpApiEvent("GET", $"/find/{Id}") { Query = "name=a%2Cb&name=c" });

        Assert.Equal("a,b", response.Json.GetProperty("name").GetString());
    }

    [Property]
    public bool No_query_fails_the_service(NonNull<string> query, NonNull<string> id)
    {
        var service = New();
        var response = service.SendAsync(new HttpApiEvent("GET", $"/find/x{id.Get}") { Query = query.Get }).Result;
        return response.Status is 400 or 404;
    }

    private static TestService NewPick() => new([new PickEndpoint()], services: services => services
        .AddSingleton<IRooms, Rooms>()
        .AddKeyedSingleton<IRooms, NorthRooms>("north"));

    private static TestService New() => new([new FindOrdersEndpoint()]);
}
