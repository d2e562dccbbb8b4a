using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Todo.Service.Tests;

[Trait("FrontDoor", "every")]
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

    [Fact]
    public async Task A_creation_sent_again_with_its_id_makes_no_second_todo()
    {
        var user = api.NewUser();
        var creation = new { id = Guid.CreateVersion7(), title = "Once" };

        var first = await user.PostAsJsonAsync("/todos", creation);
        var second = await user.PostAsJsonAsync("/todos", creation);

        Assert.Equal($"/todos/{creation.id}", first.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal(["Once"], await TodoApi.TitlesAsync(user));
    }

    [Fact]
    public async Task Two_callers_may_choose_the_same_id()
    {
        var creation = new { id = Guid.CreateVersion7(), title = "Mine" };

        Assert.Equal(HttpStatusCode.Created, (await api.NewUser().PostAsJsonAsync("/todos", creation)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await api.NewUser().PostAsJsonAsync("/todos", creation)).StatusCode);
    }

    [Theory]
    [InlineData("b4f5f3b4-3a0c-4c63-9f0e-6b7f0f5d8a11")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("mine")]
    public async Task An_id_that_is_no_UUID_of_version_7_is_refused_by_name(string id)
    {
        var response = await api.NewUser().PostAsJsonAsync("/todos", new { id, title = "x" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.NotNull((await TodoApi.JsonOf(response))["errors"]!["id"]);
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
