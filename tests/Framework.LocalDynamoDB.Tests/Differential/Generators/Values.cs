using FsCheck;
using FsCheck.Fluent;

namespace Framework.LocalDynamoDB.Tests.Differential.Generators;

/// <summary>Attribute values of all types out of small pools, so that they meet; the numbers are those at the edges.</summary>
internal static class Values
{
    public static readonly Gen<string> Number = Gen.Frequency(
        (6, Gen.Elements("0", "1", "-1", "2", "2.5", "10", "-0.25")),
        (2, Gen.Elements("-0", "1e3", "1E+3", "001", "1.500", "0.10e1", "1e-10", "100000000000000000000")),
        (2, Gen.Elements(
            "99999999999999999999999999999999999999", "-99999999999999999999999999999999999999",
            "0.99999999999999999999999999999999999999", "12345678901234567890123456789.012345678",
            "1e125", "9.9999999999999999999999999999999999999e125", "-9.9999999999999999999999999999999999999e+125",
            "1e-130", "-1e-130", "1.2345678901234567890123456789012345678e-93")))
        .Select(number => $$"""{"N":"{{number}}"}""");

    public static readonly Gen<string> Text =
        Gen.Elements("", "x", "y", "xy", "xyz", "ÿ", "\\uFFFD", "😀", "1", "c1", "a b\\n\\\"q\\\"").Select(text => $$"""{"S":"{{text}}"}""");

    public static readonly Gen<string> Binary =
        Gen.Elements("", "AQ==", "AQI=", "/w==", "AP8=").Select(bytes => $$"""{"B":"{{bytes}}"}""");

    public static readonly Gen<string> Scalar = Gen.Frequency(
        (3, Number), (3, Text), (1, Binary),
        (1, Gen.Elements("""{"BOOL":true}""", """{"BOOL":false}""", """{"NULL":true}""")));

    /// <summary>
    /// Numbers here are in plain notation: DynamoDB Local compares the members of a set by how they are written, so it
    /// neither finds 1e3 in a set nor takes it out.
    /// </summary>
    public static readonly Gen<string> Set = Gen.Elements(
        """{"SS":["x"]}""", """{"SS":["y","x"]}""", """{"SS":["x","xy",""]}""",
        """{"NS":["1"]}""", """{"NS":["1","2.5"]}""", """{"NS":["1000","-0.5","0"]}""",
        """{"BS":["AQ=="]}""", """{"BS":["AQ==","AQI="]}""");

    public static readonly Gen<string> List =
        from elements in Json.ArrayOf(Gen.Frequency((3, Scalar), (1, Set)), 0, 3)
        select $$"""{"L":{{elements}}}""";

    public static readonly Gen<string> Map =
        from x in Json.Maybe(70, Json.Member("x", Gen.OneOf(Scalar, List)))
        from y in Json.Maybe(50, Json.Member("y", Gen.OneOf(Scalar, Set)))
        from z in Json.Maybe(30, Json.Member("x.y", Scalar))
        let members = string.Join(',', new[] { x, y, z }.Where(member => member.Length > 0))
        select $$$"""{"M":{{{{members}}}}}""";

    private static readonly Gen<string> Nested =
        from inner in Scalar
        from levels in Gen.Elements(1, 2, 30, 31, 32, 33)
        select Enumerable.Range(0, levels).Aggregate(inner, (value, level) => level % 2 == 0
            ? $$$$"""{"M":{"x":{{{{value}}}}}}"""
            : $$"""{"L":[{{value}}]}""");

    /// <summary>Values that the service refuses.</summary>
    private static readonly Gen<string> Faulty = Gen.Elements(
        "{}", """{"SS":[]}""", """{"NS":[]}""", """{"BS":[]}""", """{"SS":["x","x"]}""", """{"NS":["1","1.0"]}""",
        """{"BS":["AQ==","AQ=="]}""", """{"NULL":false}""", """{"S":"x","N":"1"}""", """{"L":[{}]}""",
        """{"M":{"x":{"SS":[]}}}""", """{"N":""}""", """{"N":"abc"}""", """{"N":"1e126"}""", """{"N":"-1e126"}""",
        """{"N":"1e-131"}""", """{"N":"100000000000000000000000000000000000001"}""", """{"N":"NaN"}""",
        """{"N":"Infinity"}""", """{"N":"0x1"}""", """{"N":"1e"}""", """{"N":"--1"}""", """{"NS":["1","b"]}""");

    public static readonly Gen<string> Any = Gen.Frequency(
        (60, Scalar), (15, Set), (15, List), (15, Map), (4, Nested), (1, Faulty));
}
