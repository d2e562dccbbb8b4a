using System.Text.Json;
using FluentValidation;
using Framework.Generated;

namespace Framework.Tests.Validation;

public sealed class RuleTextTests
{
    private static readonly (string Text, Action<InlineValidator<Body>> Add)[] Rules =
    [
        ("Must be an email address.", rules => rules.RuleFor(body => body.Text).EmailAddress()),
        ("Must be greater than or equal to 5.", rules => rules.RuleFor(body => body.Number).GreaterThanOrEqualTo(5)),
        ("Must be greater than 5.", rules => rules.RuleFor(body => body.Number).GreaterThan(5)),
        ("Must be less than or equal to 0.", rules => rules.RuleFor(body => body.Number).LessThanOrEqualTo(0)),
        ("Must be less than 0.", rules => rules.RuleFor(body => body.Number).LessThan(0)),
        ("Must be equal to 7.", rules => rules.RuleFor(body => body.Number).Equal(7)),
        ("Must not be equal to 1.", rules => rules.RuleFor(body => body.Number).NotEqual(1)),
        ("Must have 2 to 3 characters.", rules => rules.RuleFor(body => body.Text).Length(2, 3)),
        ("Must have at least 2 characters.", rules => rules.RuleFor(body => body.Text).MinimumLength(2)),
        ("Must have at most 0 characters.", rules => rules.RuleFor(body => body.Text).MaximumLength(0)),
        ("Must have 3 characters.", rules => rules.RuleFor(body => body.Text).Length(3)),
        ("Must be between 2 and 3.", rules => rules.RuleFor(body => body.Number).InclusiveBetween(2, 3)),
        ("Must be between 1 and 3, and neither of them.", rules => rules.RuleFor(body => body.Number).ExclusiveBetween(1, 3)),
        ("Must have at most 3 digits, with room for 2 decimals.", rules => rules.RuleFor(body => body.Price).PrecisionScale(3, 2, false)),
        ("Must not be empty.", rules => rules.RuleFor(body => body.Nothing).NotEmpty()),
        ("Must not be empty.", rules => rules.RuleFor(body => body.Nothing).NotNull()),
        ("Must be empty.", rules => rules.RuleFor(body => body.Text).Empty()),
        ("Must be empty.", rules => rules.RuleFor(body => body.Text).Null()),
        ("Is not in the correct format.", rules => rules.RuleFor(body => body.Text).Matches("^b$")),
        ("Does not meet the condition.", rules => rules.RuleFor(body => body.Text).Must(_ => false)),
        ("Must be a credit card number.", rules => rules.RuleFor(body => body.Text).CreditCard()),
        ("Must be a known value.", rules => rules.RuleFor(body => body.Day).IsInEnum()),
        ("Mine: a.", rules => rules.RuleFor(body => body.Text).Must(_ => false).WithMessage(body => $"Mine: {body.Text}.")),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Rules.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_rule_says_what_the_value_must_be(int index)
    {
        var (text, add) = Rules[index];
        var rules = new InlineValidator<Body>();
        add(rules);
        var check = new RuleCheck(JsonNamingPolicy.CamelCase);

        await check.CheckAsync(new Body("a", 1, 12.345m, (DayOfWeek)9, null), rules, CancellationToken.None);

        Assert.Equal([text], Assert.Single(check.Problem!.Errors!).Value);
    }

    public sealed record Body(string Text, int Number, decimal Price, DayOfWeek Day, string? Nothing);
}
