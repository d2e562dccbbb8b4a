using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Framework.LocalDynamoDB.Tests.Differential.Generators;

/// <summary>
/// Random expressions over few attributes. Placeholders name the kind of their value (:n number, :s string, :l list,
/// :m map, :u set, :t type, :v any), so that most expressions fit their values.
/// </summary>
internal static partial class Expressions
{
    private static readonly Gen<string> Attribute = Gen.Frequency(
        (40, Gen.Elements("e", "f", "g", "#e", "#f", "c", "d")), (2, Gen.Elements("a", "b")), (1, Gen.Elements("data", "#no", "h")));

    /// <summary>Few paths lead into an index key, which is always refused.</summary>
    public static readonly Gen<string> Path =
        from head in Attribute
        from tail in Gen.Frequency(
            (head is "c" or "d" or "a" or "b" ? 200 : 12, Gen.Constant("")), (4, Gen.Elements(".x", ".y", ".#xy", "[0]", "[1]")),
            (2, Gen.Elements(".x[0]", ".x.x", "[0].x", "[0][1]", ".x.x.x")), (1, Gen.Elements("[99]", ".nope")))
        select head + tail;

    private static readonly Gen<string> Value = Gen.Frequency(
        (30, Gen.Elements(":v1", ":v2", ":n1", ":n2", ":s1", ":s2")), (6, Gen.Elements(":u1", ":l1", ":m1")));

    private static readonly Gen<string> Operand = Gen.Frequency(
        (8, Value), (6, Path), (1, Path.Select(path => $"size({path})")));

    private static readonly Gen<string> Comparator = Gen.Elements("=", "<>", "<", "<=", ">", ">=");

    /// <summary>What has an order; now and then what has none.</summary>
    private static readonly Gen<string> Ordered = Gen.Frequency(
        (30, Gen.Elements(":n1", ":n2", ":s1", ":s2")), (20, Path), (4, Path.Select(path => $"size({path})")), (1, Value));

    private static readonly Gen<string> Predicate = Gen.Frequency(
        (3, from path in Path from comparator in Gen.Elements("=", "<>") from operand in Operand select $"{path} {comparator} {operand}"),
        (3, from path in Path from comparator in Comparator from operand in Ordered select $"{path} {comparator} {operand}"),
        (1, from value in Ordered from comparator in Comparator from operand in Ordered select $"{value} {comparator} {operand}"),
        (1, from path in Path from comparator in Comparator select $"size({path}) {comparator} :n1"),
        (1, from path in Path from low in Ordered from high in Ordered select $"{path} BETWEEN {low} AND {high}"),
        (1, from path in Path from bounds in Gen.Elements(":zero AND :one", ":one AND :two", ":c1 AND :x", ":n1 AND e") select $"{path} BETWEEN {bounds}"),
        (1, from operand in Operand from first in Operand from second in Operand select $"{operand} IN ({first}, {second})"),
        (2, from path in Path from function in Gen.Elements("attribute_exists", "attribute_not_exists") select $"{function}({path})"),
        (1, from path in Path from value in Operand select $"contains({path}, {value})"),
        (1, from path in Path from value in Gen.Elements(":s1", ":s2", "c", "f") select $"begins_with({path}, {value})"),
        (1, from path in Path select $"attribute_type({path}, :t1)"));

    public static readonly Gen<string> Condition = Gen.Frequency((60, Tree(2)), (1, Gen.Elements(
        "", "e", "e = ", "e == :v1", "attribute_exists(:v1)", "size(e)", "e = :v1 AND", "((e = :v1))", "unknown(e, :v1)",
        "attribute_exists(e, f)", "begins_with(e)", "e IN ()", "NOT NOT e = :v1", "e BETWEEN :v1", "e = e", "e < #undefined",
        "e = :undefined", "size(e, f) > :n1", "e[-1] = :v1", "e.[0] = :v1", "e[x] = :v1", "1e = :v1", "e = 1", "(e = :v1")));

    private static readonly Gen<string> Tail = Gen.Frequency(
        (24, Gen.Constant("")), (3, Gen.Elements(".x", ".y", "[0]", "[1]", ".#xy")), (1, Gen.Elements(".x.x", "[0].x", "[99]")));

    private static readonly Gen<string> Assigned = Gen.Frequency((40, Value), (15, Path), (1, Operand));

    private static Gen<string> Assignment(Gen<string> target) => Gen.Frequency(
        (5, from name in target from value in Assigned select $"{name} = {value}"),
        (1, from value in Gen.Elements("c = :s1", "d = :n1") select value),
        (3, from name in target from path in Path from sign in Gen.Elements("+", "-") select $"{name} = {path} {sign} :n1"),
        (1, from name in target from left in Assigned from right in Assigned from sign in Gen.Elements("+", "-") select $"{name} = {left} {sign} {right}"),
        (2, from name in target from path in Path from value in Assigned select $"{name} = if_not_exists({path}, {value})"),
        (1, from name in target from path in Path select $"{name} = if_not_exists({path}, :n1) + :n2"),
        (1, from name in target from path in Path select $"{name} = list_append({path}, :l1)"),
        (1, from name in target from path in Path select $"{name} = list_append(:l1, if_not_exists({path}, :l2))"));

    public static readonly Gen<string> Update = Gen.Frequency(
        (60, from heads in Gen.Shuffle<string>(["e", "f", "g", "#h", "i", "j"])
             let targets = heads.Select(head => Tail.Select(tail => head + tail)).ToArray()
             from set in Clause(7, "SET ", Assignment(targets[0]), Assignment(targets[1]))
             from remove in Clause(3, "REMOVE ", targets[2], targets[3])
             from add in Clause(2, "ADD ", targets[4].SelectMany(name => Gen.Elements(":n1", ":u1", ":u1").Select(value => $"{name} {value}")))
             from delete in Clause(2, "DELETE ", targets[5].Select(name => $"{name} :u2"))
             from backwards in Gen.Elements(true, false)
             let clauses = new[] { set, remove, add, delete }.Where(clause => clause.Length > 0)
             let text = string.Join(' ', backwards ? clauses.Reverse() : clauses)
             select text.Length == 0 ? "SET e = :v1" : text),
        (1, Gen.Elements(
            "", "SET", "SET e", "SET e =", "SET e = :v1,", "SET e = :v1 SET f = :v2", "REMOVE", "ADD e", "DELETE e :v1 :v2", "PUT e = :v1",
            "SET a = :v1", "SET b = :n1", "REMOVE a", "ADD b :n1", "SET e = :v1, e = :v2", "SET e = :v1, e.x = :v2", "REMOVE e[0], e[0]",
            "SET e = size(f)", "SET e = list_append(f)", "SET e = if_not_exists(:v1, f)", "SET e = :n1 + :n2 + :n1", "SET e = attribute_exists(f)",
            "SET e[0] = :v1, e.x = :v2", "SET e = #undefined", "SET e = :undefined", "REMOVE e = :v1", "set e = :v1", "SET e = -:n1")));

    public static readonly Gen<string> Projection = Gen.Frequency(
        (30, from heads in Gen.Shuffle<string>(["#e", "f", "g", "c", "d", "a", "b", "h"])
             from tails in Tail.ArrayOf(3)
             from count in Gen.Choose(1, 3)
             select string.Join(", ", heads.Zip(tails).Take(count).Select(pair => pair.First is "#e" or "f" or "g" ? pair.First + pair.Second : pair.First))),
        (1, Gen.Choose(2, 3).SelectMany(count => Path.ArrayOf(count)).Select(paths => string.Join(", ", paths))),
        (1, Gen.Elements("", "e,", "e f", "e, e", "e.x, e", ":v1", "#undefined", "size(e)", "e[0], e.x", "e[0], e[1], e[0].x")));

    /// <summary>Members for the expressions, and the names and values that they use; now and then one too many.</summary>
    public static Gen<string> Members(params Gen<(string Parameter, string Text)>[] expressions) =>
        from all in expressions.Aggregate(
            Gen.Constant(Array.Empty<(string Parameter, string Text)>()),
            (list, next) => from head in list from one in next select head.Append(one).ToArray())
        let given = all.Where(one => one.Parameter.Length > 0).ToArray()
        from surplus in Gen.Frequency((200, Gen.Constant("")), (1, Gen.Elements(":v2", "#f", ":n2", "#xy")))
        let used = Placeholder().Matches(string.Join(' ', given.Select(one => one.Text)) + " " + surplus)
            .Select(match => match.Value).Where(name => !name.EndsWith("undefined", StringComparison.Ordinal)).Distinct().ToArray()
        from values in Json.Join(used.Where(name => name[0] == ':').Select(name => Json.Member(name, ValueOf(name))))
        let names = string.Join(',', used.Where(name => name[0] == '#').Select(name => $"\"{name}\":\"{NameOf(name)}\""))
        select string.Join(',', new[]
        {
            string.Join(',', given.Select(one => $"\"{one.Parameter}\":\"{one.Text}\"")),
            values.Length == 0 ? "" : $"\"ExpressionAttributeValues\":{{{values}}}",
            names.Length == 0 ? "" : $"\"ExpressionAttributeNames\":{{{names}}}",
        }.Where(member => member.Length > 0));

    public static Gen<(string Parameter, string Text)> Always(string parameter, Gen<string> expression) =>
        expression.Select(text => (parameter, text));

    public static Gen<(string Parameter, string Text)> Maybe(int percent, string parameter, Gen<string> expression) =>
        Gen.Frequency((percent, Always(parameter, expression)), (100 - percent, Gen.Constant(("", ""))));

    private static Gen<string> Tree(int depth) => depth == 0
        ? Predicate
        : Gen.Frequency(
            (6, Predicate),
            (1, from inner in Tree(depth - 1) select $"NOT {inner}"),
            (1, from inner in Tree(depth - 1) select $"({inner})"),
            (1, from left in Tree(depth - 1) from right in Tree(depth - 1) select $"{left} AND {right}"),
            (1, from left in Tree(depth - 1) from right in Tree(depth - 1) select $"({left}) OR {right}"));

    private static Gen<string> Clause(int weight, string keyword, Gen<string> action, Gen<string>? second = null) => Gen.Frequency(
        (10 - weight, Gen.Constant("")),
        (weight, from one in action
                 from two in Gen.Frequency((3, Gen.Constant("")), (1, (second ?? Gen.Constant("")).Select(text => text.Length == 0 ? "" : ", " + text)))
                 select keyword + one + two));

    private static Gen<string> ValueOf(string placeholder) => placeholder switch
    {
        ":zero" => Gen.Constant("""{"N":"0"}"""),
        ":one" => Gen.Constant("""{"N":"1"}"""),
        ":two" => Gen.Constant("""{"N":"2"}"""),
        ":c1" => Gen.Constant("""{"S":"c1"}"""),
        ":x" => Gen.Constant("""{"S":"x"}"""),
        _ => ValueOf(placeholder[1]),
    };

    private static Gen<string> ValueOf(char kind) => kind switch
    {
        'n' => Gen.Frequency((30, Values.Number), (1, Values.Any)),
        's' => Gen.Frequency((30, Gen.OneOf(Values.Text, Gen.Elements("""{"S":"c1"}""", """{"S":"c3"}"""))), (1, Values.Any)),
        'l' => Gen.Frequency((30, Values.List), (1, Values.Any)),
        'm' => Values.Map,
        'u' => Gen.Frequency((30, Values.Set), (1, Values.Any)),
        't' => Gen.Frequency(
            (30, Gen.Elements("S", "N", "B", "SS", "NS", "BS", "BOOL", "NULL", "L", "M").Select(type => $$"""{"S":"{{type}}"}""")),
            (1, Values.Any)),
        _ => Values.Any,
    };

    private static string NameOf(string placeholder) => placeholder switch
    {
        "#xy" => "x.y",
        "#no" => "not there",
        _ => placeholder[1..],
    };

    [GeneratedRegex("[:#][a-z0-9]+")]
    private static partial Regex Placeholder();
}
