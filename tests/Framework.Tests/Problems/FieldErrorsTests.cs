using Framework.Problems;

namespace Framework.Tests.Problems;

public sealed class FieldErrorsTests
{
    [Fact]
    public void The_first_50_messages_are_listed()
    {
        var errors = new FieldErrors();
        Assert.True(errors.IsEmpty);
        for (var index = 0; index < 50; index++)
            errors.Add(index % 2 == 0 ? "even" : "odd", $"{index}");
        Assert.False(errors.HasMore);

        errors.Add("other", "one more");
        errors.Add("even", "and another");

        Assert.True(errors.HasMore);
        Assert.False(errors.IsEmpty);
        Assert.Equal((2, 50), (errors.ByField.Count, errors.ByField.Sum(field => field.Value.Count)));
        Assert.Equal(["0", "2"], errors.ByField["even"].Take(2));
    }

    [Fact]
    public void A_message_is_listed_once_and_repeats_have_an_end_as_well()
    {
        var errors = new FieldErrors();
        for (var count = 0; count < 1000; count++)
            errors.Add("field", "same");
        Assert.False(errors.HasMore);

        errors.Add("field", "same");

        Assert.True(errors.HasMore);
        Assert.Equal(["same"], errors.ByField["field"]);
    }

    [Fact]
    public void A_text_has_500_characters_and_no_half_of_one()
    {
        var errors = new FieldErrors();
        var fits = new string('a', 500);

        errors.Add(fits, fits);
        errors.Add(fits + "b", new string('b', 499) + "😀");

        Assert.Equal([fits, fits + "…"], errors.ByField.Keys);
        Assert.Equal([fits], errors.ByField[fits]);
        Assert.Equal([new string('b', 499) + "…"], errors.ByField[fits + "…"]);
    }
}
