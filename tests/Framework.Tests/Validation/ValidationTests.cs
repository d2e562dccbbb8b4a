using Framework.Generated;
using Framework.Tests.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Tests.Validation;

public sealed class ValidationTests
{
    [Fact]
    public async Task What_keeps_the_rules_is_handled()
    {
        var response = await PutAsync("""{"roomName":"hall","host":{"firstName":"Zoë","age":3},"others":[]}""");

        Assert.Equal((200, "hall"), (response.Status, response.Body));
    }

    [Fact]
    public async Task What_breaks_rules_is_reported_by_the_client_s_own_names()
    {
        var response = await PutAsync(
            """{"roomName":"attic","host":{"firstName":"","age":3},"others":[{"firstName":"a","age":18},{"firstName":"b","age":17},{"firstName":"c","age":1}]}""");

        Assert.Equal((422, "validation-failed"), (response.Status, response.Kind));
        Assert.Equal(["$", "host.firstName", "others[1].age", "others[2].age", "roomName"], response.Fields.Order(StringComparer.Ordinal));
        Assert.Equal("No such room.", response.Json.GetProperty("errors").GetProperty("roomName")[0].GetString());
    }

    [Fact]
    public async Task An_optional_body_that_is_left_out_breaks_no_rule() => Assert.Equal("(none)", (await PutAsync(null)).Body);

    [Fact]
    public async Task A_rule_that_runs_by_itself_and_inside_another_is_reported_once()
    {
        await using var service = new TestService([new WeighEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("POST", "/weights")
        {
            Body = """{"span":"01:00:00","link":"https://a.example","bytes":"","more":{},"list":[],"version":"1.2","grams":0}""",
        });

        Assert.Equal(["grams"], response.Fields);
        Assert.Equal("Must weigh something.", Assert.Single(response.Json.GetProperty("errors").GetProperty("grams").EnumerateArray()).GetString());
    }

    private static async Task<ClientResponse> PutAsync(string? body)
    {
        await using var service = new TestService(
            [new ReserveEndpoint()], services: services => services.AddSingleton<IRooms, Rooms>());
        return await service.SendAsync(new HttpApiEvent("PUT", "/reservations") { Body = body });
    }
}
