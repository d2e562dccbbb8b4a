using System.Globalization;
using System.Numerics;
using Framework.LocalDynamoDB.Values;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Framework.LocalDynamoDB.Tests.Values;

public sealed class DynamoNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.00", "0")]
    [InlineData("+5", "5")]
    [InlineData("1.", "1")]
    [InlineData(".5", "0.5")]
    [InlineData("00012.3400", "12.34")]
    [InlineData("1e3", "1000")]
    [InlineData("-2.5E-3", "-0.0025")]
    [InlineData("99999999999999999999999999999999999999", "99999999999999999999999999999999999999")]
    public void A_number_is_shown_in_plain_notation(string text, string plain)
    {
        Assert.Equal(NumberFault.None, DynamoNumber.TryParse(text, out var number));
        Assert.Equal(plain, number.ToString());
    }

    [Theory]
    [InlineData("", nameof(NumberFault.NotANumber))]
    [InlineData("x", nameof(NumberFault.NotANumber))]
    [InlineData("1 ", nameof(NumberFault.NotANumber))]
    [InlineData("1.2.3", nameof(NumberFault.NotANumber))]
    [InlineData("1e", nameof(NumberFault.NotANumber))]
    [InlineData("1e126", nameof(NumberFault.Overflow))]
    [InlineData("-1e126", nameof(NumberFault.Overflow))]
    [InlineData("1e-131", nameof(NumberFault.Underflow))]
    [InlineData("123456789012345678901234567890123456789", nameof(NumberFault.TooManyDigits))]
    [InlineData("1e125", nameof(NumberFault.None))]
    [InlineData("1e-130", nameof(NumberFault.None))]
    [InlineData("12345678901234567890123456789012345678000", nameof(NumberFault.None))]
    public void A_number_keeps_to_38_digits_and_the_range(string text, string fault) =>
        Assert.Equal(fault, DynamoNumber.TryParse(text, out _).ToString());

    [Property(Arbitrary = [typeof(Numbers)])]
    public void Text_read_back_is_the_same_number(NumberText text)
    {
        DynamoNumber.TryParse(text.Number.ToString(), out var again);
        Assert.Equal(text.Number, again);
    }

    [Property(Arbitrary = [typeof(Numbers)])]
    public void Order_is_that_of_exact_arithmetic(NumberText left, NumberText right) => Assert.Equal(
        Math.Sign(Exact(left.Number).CompareTo(Exact(right.Number))),
        Math.Sign(left.Number.CompareTo(right.Number)));

    [Property(Arbitrary = [typeof(Numbers)])]
    public void Encoded_bytes_sort_like_the_numbers(NumberText left, NumberText right) =>
        Assert.Equal(
            Math.Sign(left.Number.CompareTo(right.Number)),
            Math.Sign(KeyEncoding.Encode(left.Number).AsSpan().SequenceCompareTo(KeyEncoding.Encode(right.Number))));

    [Property(Arbitrary = [typeof(Numbers)])]
    public void A_sum_is_exact_or_refused(NumberText left, NumberText right)
    {
        var exact = Exact(left.Number) + Exact(right.Number);
        if (DynamoNumber.TryAdd(left.Number, right.Number, out var sum))
            Assert.Equal(exact, Exact(sum));
        else
            Assert.True(BigInteger.Abs(exact).ToString(CultureInfo.InvariantCulture).Trim('0').Length > 38
                || BigInteger.Abs(exact) >= BigInteger.Pow(10, 126 + Scale));
    }

    [Property(Arbitrary = [typeof(Numbers)])]
    public void A_difference_undoes_a_sum(NumberText left, NumberText right)
    {
        if (DynamoNumber.TryAdd(left.Number, right.Number, out var sum)
            && DynamoNumber.TrySubtract(sum, right.Number, out var back))
            Assert.Equal(left.Number, back);
    }

    private const int Scale = 200;

    /// <summary>The number times 10^200, which is whole.</summary>
    private static BigInteger Exact(DynamoNumber number)
    {
        var text = number.ToString();
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? "" : text[(point + 1)..];
        var whole = point < 0 ? text : text[..point];
        return BigInteger.Parse(whole + fraction.PadRight(Scale, '0'), CultureInfo.InvariantCulture);
    }

    public static class Numbers
    {
        /// <summary>Often close to each other, so that signs, carries and equal magnitudes meet.</summary>
        public static Arbitrary<NumberText> Number() => (
            from negative in Gen.Elements("", "-")
            from digits in Gen.OneOf(Gen.Elements(1, 2, 3), Gen.Choose(1, 38))
                .SelectMany(count => Gen.Choose(0, 9).ArrayOf(count))
            from exponent in Gen.Frequency((3, Gen.Choose(-4, 4)), (1, Gen.Choose(-130, 87)))
            let text = $"{negative}{string.Concat(digits)}e{exponent}"
            where DynamoNumber.TryParse(text, out _) == NumberFault.None
            select new NumberText(text)).ToArbitrary();
    }

    /// <summary>The number type itself is internal.</summary>
    public sealed record NumberText(string Text)
    {
        internal DynamoNumber Number => DynamoNumber.TryParse(Text, out var number) == NumberFault.None
            ? number
            : throw new FormatException(Text);
    }
}
