using System.Globalization;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using Framework.Generated;
using Framework.Problems;
using Framework.Validation;

namespace Framework.Tests.Validation;

/// <summary>Rules end where a problem is full, and say nothing that the client sent.</summary>
public sealed class RuleLimitTests
{
    public sealed record Item(string Name, int Count = 1, IReadOnlyList<string>? Tags = null);

    public sealed record Body(
        IReadOnlyList<Item> Items, string RoomName = "room", int Low = 1, int HighEnd = 2, DayOfWeek Day = DayOfWeek.Friday, decimal Price = 1);

    [Theory]
    [InlineData(FieldErrors.Max, false)]
    [InlineData(FieldErrors.Max + 1, true)]
    public async Task Rules_on_items_end_at_the_first_fifty_failures(int count, bool isCut)
    {
        var run = 0;

        var problem = await CheckAsync(Many(count), rules => rules.RuleForEach(body => body.Items).Must(_ => ++run < 0));

        Assert.Equal(FieldErrors.Max, problem!.Errors!.Count);
        Assert.Equal(isCut, problem.Detail is not null);
        Assert.Equal(count, run);
    }

    [Fact]
    public async Task Nothing_runs_once_a_problem_is_full()
    {
        var run = 0;

        var problem = await CheckAsync(Many(10_000), rules => rules.RuleForEach(body => body.Items).ChildRules(item =>
            item.RuleFor(each => each.Name).Must(_ => ++run < 0)));

        Assert.Equal(FieldErrors.Max + 1, run);
        Assert.Equal("items[0].name", problem!.Errors!.Keys.First());
        Assert.Contains("more than 50", problem.Detail);
    }

    [Theory]
    [InlineData("Items[{0}].Name")]
    [InlineData("Items")]
    public async Task Failures_that_an_author_adds_as_objects_end_too(string path)
    {
        var run = 0;
        var check = new RuleCheck(JsonNamingPolicy.CamelCase);
        var adds = new InlineValidator<Body>();
        adds.RuleForEach(body => body.Items).Custom((item, context) =>
            context.AddFailure(new ValidationFailure(string.Format(CultureInfo.InvariantCulture, path, item.Name[1..]), "Is wrong.")));
        var second = new InlineValidator<Body>();
        second.RuleForEach(body => body.Items).Must(_ => ++run < 0);

        await check.CheckAsync(Many(2_000), adds, CancellationToken.None);
        await check.CheckAsync(Many(2_000), second, CancellationToken.None);

        Assert.Equal(0, run);
        Assert.InRange(check.Problem!.Errors!.Count, 1, FieldErrors.Max);
        Assert.Contains("more than 50", check.Problem.Detail);
    }

    [Fact]
    public async Task A_rule_on_the_count_of_a_list_stops_the_rules_on_its_items()
    {
        await AssertStopsAsync(rules => rules.RuleFor(body => body.Items).Must(items => items.Count < 3).WithMessage("Too many."));
        await AssertStopsAsync(rules => rules.RuleFor(body => body.Items.Count).LessThan(3));
        await AssertStopsAsync(rules => rules.RuleFor(body => body.Items).Must(items => items.Count < 3).ForEach(item => item.Must(_ => throw new InvalidOperationException())));

        static async Task AssertStopsAsync(Action<InlineValidator<Body>> count)
        {
            var run = 0;
            var problem = await CheckAsync(Many(3), rules =>
            {
                count(rules);
                rules.RuleForEach(body => body.Items).Must(_ => ++run < 0);
            });
            Assert.Equal(0, run);
            Assert.Single(problem!.Errors!);
        }
    }

    [Fact]
    public async Task A_rule_on_the_count_that_is_kept_lets_them_run_and_so_does_one_on_another_list()
    {
        var run = 0;

        await CheckAsync(Many(3), rules =>
        {
            rules.RuleFor(body => body.Items).Must(items => items.Count == 3);
            rules.RuleFor(body => body.RoomName).Must(_ => false);
            rules.RuleForEach(body => body.Items).Must(_ => ++run > 0);
        });

        Assert.Equal(3, run);
    }

    [Fact]
    public async Task A_list_inside_an_item_is_stopped_by_its_own_count_alone()
    {
        var seen = new List<string>();

        await CheckAsync(
            new Body([new Item("a", Tags: ["x", "y", "z"]), new Item("b", Tags: ["u"])]),
            rules => rules.RuleForEach(body => body.Items).ChildRules(item =>
            {
                item.RuleFor(each => each.Tags).Must(tags => tags!.Count < 3);
                item.RuleForEach(each => each.Tags).Must(tag =>
                {
                    seen.Add(tag);
                    return true;
                });
            }));

        Assert.Equal(["u"], seen);
    }

    [Fact]
    public async Task A_body_that_is_a_list_is_stopped_by_its_count_too()
    {
        var run = 0;
        var rules = new InlineValidator<IReadOnlyList<Item>>();
        rules.RuleFor(items => items.Count).LessThan(3);
        rules.RuleForEach(items => items).Must(_ => ++run < 0);
        var check = new RuleCheck(JsonNamingPolicy.CamelCase);

        await check.CheckAsync(Many(3).Items, rules, CancellationToken.None);

        Assert.Equal(0, run);
        Assert.Single(check.Problem!.Errors!);
    }

    [Fact]
    public async Task A_value_of_the_client_s_is_in_no_message()
    {
        var problem = await CheckAsync(
            new Body([new Item("hunter2", 998877)], "hunter2", 998877, 887766, (DayOfWeek)998877, 998877.998877m),
            rules =>
            {
                rules.RuleFor(body => body.Low).InclusiveBetween(1, 5).ExclusiveBetween(1, 5).GreaterThan(5_000_000).LessThan(body => body.HighEnd);
                rules.RuleFor(body => body.RoomName).Length(1, 3).MaximumLength(3).MinimumLength(30).Length(3).EmailAddress().CreditCard().Matches("^x").Empty().Null();
                rules.RuleFor(body => body.RoomName).Equal(body => body.Items[0].Name + "x").NotEqual("y").WithMessage("'{PropertyValue}' of {PropertyName} is taken.").NotEqual("hunter2");
                rules.RuleFor(body => body.Day).IsInEnum();
                rules.RuleFor(body => body.Price).PrecisionScale(4, 2, false);
                rules.RuleForEach(body => body.Items).ChildRules(item => item.RuleFor(each => each.Count).Must(_ => false).WithMessage("{PropertyPath}: {PropertyValue:N2}"));
            });

        var messages = problem!.Errors!.SelectMany(field => field.Value).Where(message => message != "Must not be equal to hunter2.").ToList();
        Assert.All(messages, message => Assert.DoesNotContain("hunter2", message));
        Assert.All(messages, message => Assert.DoesNotContain("8877", message));
        Assert.All(messages, message => Assert.DoesNotContain("{", message));
        Assert.All(messages, message => Assert.DoesNotContain("You entered", message));
        Assert.Equal(["Must be between 1 and 5.", "Must be between 1 and 5, and neither of them.", "Must be greater than 5000000.", "Must be less than highEnd."], problem.Errors!["low"]);
        Assert.Equal(["items[0].count: …"], problem.Errors["items[0].count"]);
        Assert.Contains("Must be a known value.", problem.Errors["day"]);
    }

    [Fact]
    public async Task Messages_of_an_author_s_name_members_as_JSON_does()
    {
        var problem = await CheckAsync(new Body([new Item("")]), rules =>
        {
            rules.RuleFor(body => body.RoomName).Must(_ => false).WithMessage("{PropertyName} is taken.");
            rules.RuleFor(body => body.Low).Must(_ => false).WithName("The lower end").WithMessage("{PropertyName} is wrong.");
            rules.RuleForEach(body => body.Items).ChildRules(item => item.RuleFor(each => each.Name).NotEmpty().WithMessage("{PropertyName} of {CollectionIndex}."));
        });

        Assert.Equal("roomName is taken.", problem!.Errors!["roomName"][0]);
        Assert.Equal("The lower end is wrong.", problem.Errors["low"][0]);
        Assert.Equal("items[0].name of 0.", problem.Errors["items[0].name"][0]);
    }

    [Fact]
    public void Each_of_FluentValidation_s_own_texts_has_a_problem_s_words()
    {
        string[] keys =
        [
            "EmailValidator", "GreaterThanOrEqualValidator", "GreaterThanValidator", "LengthValidator", "MinimumLengthValidator", "MaximumLengthValidator",
            "LessThanOrEqualValidator", "LessThanValidator", "NotEmptyValidator", "NotEqualValidator", "NotNullValidator", "PredicateValidator",
            "AsyncPredicateValidator", "RegularExpressionValidator", "EqualValidator", "ExactLengthValidator", "InclusiveBetweenValidator",
            "ExclusiveBetweenValidator", "CreditCardValidator", "ScalePrecisionValidator", "EmptyValidator", "NullValidator", "EnumValidator",
        ];
        var language = new FluentValidation.Resources.LanguageManager();

        foreach (var key in keys)
        {
            var text = RuleTexts.Of(language.GetString(key, System.Globalization.CultureInfo.InvariantCulture));
            Assert.NotEmpty(text);
            Assert.DoesNotContain("{PropertyName}", text);
            Assert.DoesNotContain("{PropertyValue}", text);
        }
    }

    private static Body Many(int count) => new([.. Enumerable.Range(0, count).Select(index => new Item($"n{index}"))]);

    private static async Task<Problem?> CheckAsync(Body body, Action<InlineValidator<Body>> write)
    {
        var rules = new InlineValidator<Body>();
        write(rules);
        var check = new RuleCheck(JsonNamingPolicy.CamelCase);
        await check.CheckAsync(body, rules, CancellationToken.None);
        return check.Problem;
    }
}
