using System.Text;
using System.Text.Json;
using Framework.Binding;
using Framework.Generated;
using Framework.Problems;
using Framework.Tests.Service;

namespace Framework.Tests.Binding;

/// <summary>What a client sends does not decide how long a problem is.</summary>
public sealed class ErrorListTests
{
    [Theory]
    [InlineData(FieldErrors.Max, false)]
    [InlineData(FieldErrors.Max + 1, true)]
    public async Task A_body_s_errors_end_at_the_first_fifty(int wrong, bool isCut) =>
        AssertCut(await PostAsync(Order(lines: string.Join(',', Enumerable.Repeat("1", wrong)))), 422, wrong, isCut);

    [Theory]
    [InlineData(FieldErrors.Max, false)]
    [InlineData(FieldErrors.Max + 1, true)]
    public async Task A_dictionary_s_errors_end_there_too(int wrong, bool isCut) =>
        AssertCut(await PostAsync(Order(extras: string.Join(',', Enumerable.Range(0, wrong).Select(index => $"\"k{index}\":\"x\"")))), 422, wrong, isCut);

    [Theory]
    [InlineData(FieldErrors.Max, false)]
    [InlineData(FieldErrors.Max + 1, true)]
    public async Task So_do_those_of_members_that_are_not_known(int wrong, bool isCut)
    {
        await using var service = new TestService([new WeighEndpoint()]);
        var unknown = string.Concat(Enumerable.Range(0, wrong).Select(index => $",\"x{index}\":1"));

        var response = await service.SendAsync(new HttpApiEvent("POST", "/weights")
        {
            Body = $"{{\"span\":\"01:00:00\",\"link\":\"https://a.example\",\"bytes\":\"\",\"more\":{{}},\"list\":[],\"version\":\"1.2\",\"grams\":1{unknown}}}",
        });

        AssertCut(response, 422, wrong, isCut);
    }

    [Theory]
    [InlineData(FieldErrors.Max, false)]
    [InlineData(FieldErrors.Max + 1, true)]
    public async Task So_do_those_of_repeated_query_values(int wrong, bool isCut)
    {
        await using var service = new TestService([new FindOrdersEndpoint()]);

        var response = await service.SendAsync(new HttpApiEvent("GET", $"/find/{Guid.Empty}")
        {
            Query = $"name=n&{string.Join('&', Enumerable.Repeat("numbers=x", wrong))}",
        });

        AssertCut(response, 400, wrong, isCut);
    }

    [Fact]
    public async Task Long_names_at_every_level_do_not_make_a_long_problem()
    {
        await using var service = new TestService([new DrawEndpoint()]);
        var name = new string('\u20ac', 90);
        var body = string.Concat(Enumerable.Repeat("{\"items\":[{\"layer_name\":1,\"below\":", 20)) + "{}" + string.Concat(Enumerable.Repeat("}]}", 20));

        var deep = await service.SendAsync(new HttpApiEvent("POST", "/drawings") { Body = body });
        var wide = await PostAsync(Order(extras: string.Join(',', Enumerable.Range(0, 200).Select(index => $"\"{name}{index}\":\"x\""))));

        Assert.InRange(deep.Bytes.Length, 1, 64 * 1024);
        Assert.InRange(wide.Bytes.Length, 1, 64 * 1024);
    }

    [Fact]
    public void Texts_are_cut_and_never_within_a_character()
    {
        var errors = new FieldErrors();

        errors.Add(new string('f', 499) + "😀", new string('m', 499) + "😀");

        var (field, messages) = Assert.Single(errors.ByField);
        Assert.Equal(new string('f', 499) + "…", field);
        Assert.Equal(new string('m', 499) + "…", Assert.Single(messages));
        Assert.Equal(500, Record(new string('x', 500)).Length);

        static string Record(string text)
        {
            var list = new FieldErrors();
            list.Add("a", text);
            return list.ByField["a"][0];
        }
    }

    [Fact]
    public async Task A_name_that_is_cut_ends_with_a_whole_character()
    {
        var response = await PostAsync(Order(extras: $"\"{new string('k', 99)}😀\":\"x\""));

        Assert.Equal($"extras.{new string('k', 99)}", Assert.Single(response.Fields));
    }

    [Fact]
    public async Task A_deep_place_with_long_names_costs_in_proportion_to_the_body()
    {
        var each = (await CostAsync(8_000) - await CostAsync(2_000)) / 6_000;

        Assert.InRange(each, 1, 500);

        static async Task<long> CostAsync(int items)
        {
            var inner = $"{{\"{new string('k', 100)}\":";
            var body = string.Concat(Enumerable.Repeat(inner, 55)) + $"{{\"numbers\":[{string.Join(',', Enumerable.Repeat("null", items))}]}}" + new string('}', 55);
            await using var service = new TestService([new NestEndpoint()], telemetry: Stream.Null);
            var payload = new HttpApiEvent("POST", "/nests") { Body = body }.ToJson();
            Assert.Equal(200, (await service.SendAsync(payload)).Status);
            // All of it runs on this thread; other tests allocate on theirs.
            var before = GC.GetAllocatedBytesForCurrentThread();
            await service.SendAsync(payload);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void A_text_of_colons_takes_no_room_for_keys()
    {
        var json = Encoding.UTF8.GetBytes($"{{\"a\":\"{new string(':', 1024 * 1024)}\"}}");
        RepeatedKeys.MayBeIn("{}"u8, JsonSerializerOptions.Default);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var mayRepeat = RepeatedKeys.MayBeIn(json, JsonSerializerOptions.Default);

        Assert.False(mayRepeat);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024);
    }

    [Fact]
    public void Messages_that_are_cut_to_the_same_text_end_too()
    {
        var errors = new FieldErrors();
        var added = 0;

        for (; !errors.HasMore; added++)
            errors.Add(new string('f', 501) + added, "Must be a number.");

        Assert.Single(errors.ByField);
        Assert.Equal(1001, added);
    }

    private static void AssertCut(ClientResponse response, int status, int wrong, bool isCut)
    {
        Assert.Equal(status, response.Status);
        Assert.Equal(Math.Min(wrong, FieldErrors.Max), response.Json.GetProperty("errors").EnumerateObject().Sum(field => field.Value.GetArrayLength()));
        Assert.Equal(isCut, response.Json.TryGetProperty("detail", out var detail));
        if (isCut)
            Assert.Equal("There are more than 50 errors, of which the first 50 are listed.", detail.GetString());
    }

    private static string Order(string lines = "", string extras = "") =>
        $"{{\"name\":\"n\",\"count\":1,\"express\":true,\"kind\":\"large\",\"id\":\"{Guid.Empty}\",\"lines\":[{lines}],\"extras\":{{{extras}}}}}";

    private static async Task<ClientResponse> PostAsync(string body)
    {
        await using var service = new TestService([new PlaceOrderEndpoint()]);
        return await service.SendAsync(new HttpApiEvent("POST", "/orders") { Body = body });
    }
}
