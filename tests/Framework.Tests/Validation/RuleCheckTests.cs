using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using Framework.Generated;

namespace Framework.Tests.Validation;

/// <summary>How the property paths of FluentValidation become those of JSON.</summary>
public sealed class RuleCheckTests
{
    [Theory]
    [InlineData("RoomName", "room_name")]
    [InlineData("Items[0].FirstName", "items[0].first_name")]
    [InlineData("[3].FirstName", "$[3].first_name")]
    [InlineData("Grid[0][12].Cell", "grid[0][12].cell")]
    [InlineData("", "$")]
    public async Task Names_follow_the_policy(string property, string field) =>
        Assert.Equal([field], await FieldsAsync(JsonNamingPolicy.SnakeCaseLower, property, _ => default));

    [Theory]
    [InlineData("Lines[1].Sku", "order_lines[1].code")]
    [InlineData("Lines[1].Parts[0].Parts[2].Sku", "order_lines[1].parts[0].parts[2].code")]
    [InlineData("[1].Lines", "$[1].order_lines")]
    [InlineData("Other.Sku", "other.sku")]
    public async Task A_name_of_its_own_goes_before_the_policy(string property, string field) =>
        Assert.Equal([field], await FieldsAsync(JsonNamingPolicy.CamelCase, property, Order));

    [Fact]
    public async Task Without_a_policy_names_stay() => Assert.Equal(["Items[0].FirstName"], await FieldsAsync(null, "Items[0].FirstName", _ => default));

    private static FieldName Order(string member) => member == "Lines" ? new("order_lines", Line) : default;

    private static FieldName Line(string member) => member switch
    {
        "Sku" => new("code"),
        "Parts" => new(null, Line),
        _ => default,
    };

    private static async Task<IEnumerable<string>> FieldsAsync(JsonNamingPolicy? policy, string property, FieldNames names)
    {
        var check = new RuleCheck(policy);
        await check.CheckAsync("value", new Fails(property), names, CancellationToken.None);
        return check.Problem!.Errors!.Keys;
    }

    private sealed class Fails : AbstractValidator<string>
    {
        public Fails(string property) => RuleFor(text => text).Custom((_, context) => context.AddFailure(new ValidationFailure(property, "wrong")));
    }
}
