using Framework.LocalDynamoDB.Tests.Differential.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>Random programs of requests; a failing one shrinks to the requests that matter, and those to what matters in them.</summary>
internal static class Programs
{
    public const int Length = 50;

    public static Arbitrary<RequestCall[]> Arbitrary { get; } = Arb.From(Calls.Any.ArrayOf(Length), Shrink);

    /// <summary>First without half of the requests, then a quarter, at last without a single one or a member of it.</summary>
    public static IEnumerable<RequestCall[]> Shrink(RequestCall[] program)
    {
        for (var size = program.Length / 2; size > 0; size /= 2)
            for (var start = 0; start + size <= program.Length; start += size)
                yield return [.. program[..start], .. program[(start + size)..]];
        if (program.Length > 6)
            yield break;
        for (var i = 0; i < program.Length; i++)
            foreach (var smaller in JsonShrinker.Shrink(program[i].ToJson()))
                yield return [.. program[..i], program[i] with { Body = smaller }, .. program[(i + 1)..]];
    }
}
