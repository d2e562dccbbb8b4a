using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Todo.Service.Tests;

public sealed class CreateTodoTests(TodoApi api) : IClassFixture<TodoApi>
{
    [Fact]
    public async Task A_todo_is_created_trimmed_open_and_in_its_first_version()
    {
        var user = api.NewUser();

        var response = await user.PostAsJsonAsync("/todos", new { title = "  Buy milk  " });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var todo = await TodoApi.JsonOf(response);
        Assert.Equal("Buy milk", (string)todo["title"]!);
        Assert.False((bool)todo["completed"]!);
        Assert.Equal(1, (int)todo["version"]!);
        Assert.Equal($"/todos/{todo["id"]}", response.Headers.Location!.ToString());
        Assert.Null(todo["owner"]);
    }

    [Fact]
    public async Task What_was_created_is_found_where_the_location_says()
    {
        var user = api.NewUser();
        var created = await user.PostAsJsonAsync("/todos", new { title = "Find me" });

        var found = await user.GetStringAsync(created.Headers.Location);

        Assert.Equal(await created.Content.ReadAsStringAsync(), found);
    }

    [Theory]
    [InlineData("""{"title":""}""")]
    [InlineData("""{"title":"   "}""")]
    [InlineData("""{"title":null}""")]
    [InlineData("""{}""")]
    public async Task A_title_that_says_nothing_is_refused_by_name(string body)
    {
        var response = await api.NewUser().PostAsync("/todos", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.NotNull((await TodoApi.JsonOf(response))["errors"]!["title"]);
    }

    [Theory]
    [InlineData(200, HttpStatusCode.Created)]
    [InlineData(201, HttpStatusCode.UnprocessableEntity)]
    public async Task A_title_has_at_most_200_characters(int length, HttpStatusCode expected)
    {
        var response = await api.NewUser().PostAsJsonAsync("/todos", new { title = new string('x', length) });

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Nobody_creates_without_signing_in()
    {
        var response = await api.Service.Anonymous.PostAsJsonAsync("/todos", new { title = "Mine" });

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
