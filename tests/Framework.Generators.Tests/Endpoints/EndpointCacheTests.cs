using Framework.Generators.Endpoints;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tests.Endpoints;

/// <summary>What the generator does again after an edit.</summary>
public sealed class EndpointCacheTests
{
    private const string Create = """
        [Post("/a")]
        public sealed class Create
        {
            public sealed record Body(string Title);
            public sealed class BodyRules : AbstractValidator<Body>;
            public Task HandleAsync(Body body) { return Task.CompletedTask; }
        }
        [JsonSerializable(typeof(Create.Body))] internal sealed partial class ShopJson;
        """;

    private const string Read = "[Get(\"/a\")] public sealed class Read { public Task HandleAsync() => Task.CompletedTask; }";

    [Theory]
    [InlineData(Create, "class Other;", "class Other { int _edited; }")]
    [InlineData(Create, "class Other;", "class Other { void Add(List<int> list) => list.Add(1); }")]
    [InlineData(Create, Read, "[Get(\"/a\")] public sealed class Read { public Task HandleAsync() { return Task.Delay(1); } }")]
    public void An_edit_elsewhere_or_in_a_handler_s_body_does_nothing_again(string kept, string before, string after)
    {
        var steps = ReasonsAfter((kept, kept), (before, after));

        Assert.Equal(12, steps.Count);
        Assert.All(steps, step => Assert.All(step.Value, reason =>
            Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step.Key}: {reason}")));
    }

    [Fact]
    public void An_edit_that_only_moves_an_endpoint_writes_nothing_again()
    {
        var steps = ReasonsAfter((Create, "// A comment.\n" + Create), (Read, Read));

        Assert.Contains(IncrementalStepRunReason.Modified, steps[EndpointSteps.Results]);
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, steps[EndpointSteps.Sources]);
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, steps[EndpointSteps.Table]);
    }

    [Fact]
    public void Of_two_endpoints_only_the_one_that_changed_is_written_again()
    {
        var steps = ReasonsAfter((Create, Create), (Read, Read.Replace("HandleAsync()", "HandleAsync(int page)", StringComparison.Ordinal)));

        Assert.Single(steps[EndpointSteps.Sources], IncrementalStepRunReason.Modified);
        Assert.Single(steps[EndpointSteps.Sources], reason => reason != IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void New_rules_write_the_endpoint_of_their_body_again_and_no_other()
    {
        var steps = ReasonsAfter((Create + Read, Create + Read), ("class Other;", "class Other : AbstractValidator<Create.Body>;"));

        Assert.Single(steps[EndpointSteps.Sources], IncrementalStepRunReason.Modified);
        Assert.Single(steps[EndpointSteps.Sources], reason => reason != IncrementalStepRunReason.Modified);
    }

    private static Dictionary<string, List<IncrementalStepRunReason>> ReasonsAfter(
        (string Before, string After) first, (string Before, string After) second)
    {
        var run = new GeneratorRun(new EndpointGenerator(), EndpointSource.Usings + first.Before, EndpointSource.Usings + second.Before);
        Assert.Empty(run.Diagnostics);
        var edited = GeneratorRun.Compile(EndpointSource.Usings + first.After, EndpointSource.Usings + second.After);
        var own = typeof(EndpointSteps).GetFields()
            .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToHashSet();
        return run.Driver.RunGenerators(edited).GetRunResult().Results.Single().TrackedSteps
            .Where(step => own.Contains(step.Key))
            .ToDictionary(step => step.Key, step => step.Value.SelectMany(run => run.Outputs).Select(output => output.Reason).ToList());
    }
}
