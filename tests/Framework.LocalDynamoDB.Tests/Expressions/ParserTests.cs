using Framework.LocalDynamoDB.Expressions;
using Framework.LocalDynamoDB.Expressions.Syntax;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Framework.LocalDynamoDB.Tests.Expressions;

public sealed class ParserTests
{
    [Property(Arbitrary = [typeof(Trees)])]
    public void A_condition_printed_and_parsed_is_the_same(ConditionBox box) =>
        Assert.Equal(box.Condition, ConditionParser.Parse(ExpressionPrinter.Print(box.Condition)));

    [Property(Arbitrary = [typeof(Trees)])]
    public void An_update_printed_and_parsed_is_the_same(UpdateBox box) =>
        Assert.Equal(box.Update, UpdateParser.Parse(ExpressionPrinter.Print(box.Update)));

    [Fact]
    public void And_binds_tighter_than_or()
    {
        var or = Assert.IsType<OrCondition>(ConditionParser.Parse("a = :a AND b = :b OR c = :c AND d = :d"));
        Assert.IsType<AndCondition>(or.Left);
        Assert.IsType<AndCondition>(or.Right);
    }

    [Theory]
    [InlineData("a = :a and", "Syntax error; token: \"<EOF>\", near: \"and\"")]
    [InlineData("a = = :a", "Syntax error; token: \"=\", near: \"= = :a\"")]
    [InlineData("a = :a = :a", "Syntax error; token: \"=\", near: \":a = :a\"")]
    [InlineData("or = :a", "Syntax error; token: \"or\", near: \"or =\"")]
    [InlineData("a.0 = :a", "Syntax error; token: \"0\", near: \".0 =\"")]
    [InlineData("(a).b = :a", "Syntax error; token: \".\", near: \").b\"")]
    [InlineData("  = :a", "Syntax error; token: \"=\", near: \"  = :a\"")]
    [InlineData("_a = :a", "Syntax error; token: \"_\", near: \"_a\"")]
    [InlineData("a[01] = :a", "Syntax error; token: \"1\", near: \"01]\"")]
    public void A_syntax_error_shows_the_token_and_its_neighbours(string expression, string message) =>
        Assert.Equal(message, Assert.Throws<ExpressionException>(() => ConditionParser.Parse(expression)).Message);

    [Theory]
    [InlineData("(a) between (((b.c)).d) and (c)")]
    [InlineData("a = ((b)) and and c")]
    [InlineData("((a)) = b and")]
    [InlineData("((a = b)) )")]
    [InlineData("a in (((b)),, c)")]
    public void Redundant_parentheses_are_refused_before_what_is_wrong_behind_them(string expression) =>
        Assert.Equal(
            "The expression has redundant parentheses;",
            Assert.Throws<ExpressionException>(() => ConditionParser.Parse(expression)).Message);

    [Theory]
    [InlineData("((a)).b = c", ".")]
    [InlineData("size(((a)).b) = c", ".")]
    [InlineData("contains(((a)),)", ")")]
    public void Parentheses_count_only_once_it_is_decided_what_they_hold(string expression, string token) =>
        Assert.StartsWith(
            $"Syntax error; token: \"{token}\"",
            Assert.Throws<ExpressionException>(() => ConditionParser.Parse(expression)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_path_has_at_most_32_elements()
    {
        ConditionParser.Parse($"a{string.Concat(Enumerable.Repeat(".b", 31))} = :a");
        Assert.Equal(
            "The document path has too many nesting levels; nesting levels: 33",
            Assert.Throws<ExpressionException>(
                () => ConditionParser.Parse($"a{string.Concat(Enumerable.Repeat("[0]", 32))} = :a")).Message);
    }

    public sealed class ConditionBox
    {
        internal Condition Condition { get; init; } = null!;
    }

    public sealed class UpdateBox
    {
        internal UpdateExpression Update { get; init; } = null!;
    }

    public static class Trees
    {
        private static readonly Gen<DocumentPath> Path =
            from head in Gen.Elements("a", "b1", "#n")
            from tail in Gen.OneOf(
                Gen.Elements("x", "#y").Select(PathElement.Of), Gen.Choose(0, 9).Select(PathElement.At)).ArrayOf()
            select new DocumentPath([PathElement.Of(head), .. tail.Take(31)]);

        private static readonly Gen<Operand> Leaf = Gen.OneOf(
            Path.Select(Operand (path) => new PathOperand(path)),
            Gen.Elements(":v", ":w1").Select(Operand (name) => new PlaceholderOperand(name)));

        public static Arbitrary<ConditionBox> Conditions() =>
            Or(3).Select(condition => new ConditionBox { Condition = condition }).ToArbitrary();

        public static Arbitrary<UpdateBox> Updates() =>
            Section().NonEmptyListOf().Select(sections => new UpdateBox { Update = new(new([.. sections])) }).ToArbitrary();

        private static Gen<Operand> Operand(int depth) => depth == 0 ? Leaf : Gen.Frequency(
            (4, Leaf),
            (1, from arguments in Operand(depth - 1).NonEmptyListOf()
                select (Operand)new FunctionOperand("size", new([.. arguments]))),
            (1, Operand(depth - 1).Select(Operand (inner) => inner is GroupedOperand ? inner : new GroupedOperand(inner))));

        private static Gen<Condition> Or(int depth) => depth == 0 ? And(0) : Gen.OneOf(
            And(depth), from left in Or(depth - 1) from right in And(depth - 1) select (Condition)new OrCondition(left, right));

        private static Gen<Condition> And(int depth) => depth == 0 ? Predicate(0) : Gen.OneOf(
            Not(depth), from left in And(depth - 1) from right in Not(depth - 1) select (Condition)new AndCondition(left, right));

        private static Gen<Condition> Not(int depth) => depth == 0 ? Predicate(0) : Gen.OneOf(
            Predicate(depth), Not(depth - 1).Select(Condition (inner) => new NotCondition(inner)));

        private static Gen<Condition> Predicate(int depth)
        {
            var atoms = Gen.OneOf(
                from left in Operand(2)
                from comparator in Gen.Elements("=", "<>", "<", "<=", ">", ">=")
                from right in Operand(2)
                select (Condition)new Comparison(comparator, left, right),
                from value in Operand(2)
                from lower in Operand(1)
                from upper in Operand(1)
                select (Condition)new BetweenCondition(value, lower, upper),
                from value in Operand(1)
                from candidates in Operand(1).NonEmptyListOf()
                select (Condition)new InCondition(value, new([.. candidates])),
                from arguments in Operand(1).NonEmptyListOf()
                select (Condition)new FunctionCondition(new("contains", new([.. arguments]))));
            return depth == 0
                ? atoms
                : Gen.Frequency((2, atoms), (1, Or(depth - 1).Select(Condition (inner) =>
                    inner is GroupedCondition ? inner : new GroupedCondition(inner))));
        }

        private static Gen<UpdateSection> Section() => Gen.OneOf(
            Actions(UpdateKind.Set, Gen.OneOf(Operand(2), from left in Operand(1)
                                                          from sign in Gen.Elements("+", "-")
                                                          from right in Operand(1)
                                                          select (Operand)new ArithmeticOperand(sign, left, right))),
            Actions(UpdateKind.Remove, Gen.Constant<Operand>(null!)),
            Actions(UpdateKind.Add, Gen.Constant<Operand>(new PlaceholderOperand(":v"))),
            Actions(UpdateKind.Delete, Gen.Constant<Operand>(new PlaceholderOperand(":v"))));

        private static Gen<UpdateSection> Actions(UpdateKind kind, Gen<Operand> values) =>
            from actions in (from path in Path from value in values select new UpdateAction(kind, path, value)).NonEmptyListOf()
            select new UpdateSection(kind, new([.. actions]));
    }
}
