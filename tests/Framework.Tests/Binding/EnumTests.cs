using System.Text.Json;
using Framework.Generated;
using Framework.Tests.Service;

namespace Framework.Tests.Binding;

/// <summary>An enum is spelled one way in JSON, queries, headers and responses.</summary>
public sealed class EnumTests
{
    [Theory]
    [InlineData("red")]
    [InlineData("darkBlue")]
    [InlineData("off-white")]
    public async Task A_member_has_one_name_everywhere(string name)
    {
        var response = await PostAsync($"{{\"colour\":\"{name}\",\"second\":\"{name}\",\"more\":[\"{name}\"],\"litres\":{{\"{name}\":2}}}}", $"colour={name}", name);

        Assert.Equal(200, response.Status);
        var given = response.Json.GetProperty("given");
        Assert.Equal(
            [name, name, name, name, name, name],
            [
                given.GetProperty("colour").GetString(), given.GetProperty("second").GetString(), given.GetProperty("more")[0].GetString(),
                Assert.Single(given.GetProperty("litres").EnumerateObject()).Name, response.Json.GetProperty("query").GetString(),
                response.Json.GetProperty("header").GetString(),
            ]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("7")]
    [InlineData("\"0\"")]
    [InlineData("\"7\"")]
    [InlineData("99")]
    [InlineData("\"red, darkBlue\"")]
    [InlineData("\"OffWhite\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    public async Task A_number_or_another_text_is_none(string json)
    {
        var response = await PostAsync($"{{\"colour\":{json}}}");

        Assert.Equal((422, "invalid-body"), (response.Status, response.Kind));
        Assert.Equal("Must be one of red, darkBlue, off-white.", response.Json.GetProperty("errors").GetProperty("colour")[0].GetString());
        Assert.Equal(400, (await PostAsync("""{"colour":"red"}""", $"colour={Uri.EscapeDataString(json.Trim('"'))}x")).Status);
    }

    [Theory]
    [InlineData("brush, sponge", "brush, sponge")]
    [InlineData("sponge,brush", "brush, sponge")]
    [InlineData("brush, knife", "both")]
    [InlineData("none", "none")]
    public async Task Flags_are_names_with_commas(string sent, string returned)
    {
        var response = await PostAsync($"{{\"colour\":\"red\",\"tools\":\"{sent}\"}}", $"tools={Uri.EscapeDataString(sent)}");

        Assert.Equal(
            (returned, returned), (response.Json.GetProperty("given").GetProperty("tools").GetString(), response.Json.GetProperty("tools").GetString()));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("brush, ")]
    [InlineData("brush, saw")]
    public async Task Flags_that_are_none_are_refused(string sent) => Assert.Equal(
        (422, 400),
        ((await PostAsync($"{{\"colour\":\"red\",\"tools\":\"{sent}\"}}")).Status, (await PostAsync("""{"colour":"red"}""", $"tools={Uri.EscapeDataString(sent)}")).Status));

    [Fact]
    public void A_value_without_a_name_is_not_written()
    {
        var names = new EnumNames<Paint.Tools>(isFlags: true, ("brush", Paint.Tools.Brush), ("knife", Paint.Tools.Knife));

        Assert.False(names.TryName((Paint.Tools)5, out _));
        Assert.False(names.TryName(0, out _));
        Assert.True(names.TryName((Paint.Tools)3, out var both));
        Assert.Equal("brush, knife", both);
        using var json = new Utf8JsonWriter(Stream.Null);
        Assert.Throws<JsonException>(() => new EnumConverter<Paint.Tools>(names).Write(json, (Paint.Tools)4, JsonSerializerOptions.Default));
    }

    private static async Task<ClientResponse> PostAsync(string body, string query = "", string header = "red")
    {
        await using var service = new TestService([new PaintEndpoint()]);
        return await service.SendAsync(new HttpApiEvent("POST", "/paintings") { Body = body, Query = query }.With("x-colour", header));
    }
}
