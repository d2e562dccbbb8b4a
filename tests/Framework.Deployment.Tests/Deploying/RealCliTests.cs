using Framework.Deployment.Aws;
using Framework.Deployment.Deploying;
using Framework.Deployment.Processes;

namespace Framework.Deployment.Tests.Deploying;

/// <summary>The AWS CLI itself takes each command: it comes as far as the call of an address where nobody listens.</summary>
public sealed class RealCliTests
{
    // Nothing listens on the port of discarded data.
    private const string Nowhere = "http://127.0.0.1:9";

    private static readonly ProgramRunner Programs = new(Environment.GetEnvironmentVariable("PATH") ?? "", TimeProvider.System);

    private static readonly Dictionary<string, string> Variables = new()
    {
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
        ["AWS_MAX_ATTEMPTS"] = "1",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    public static TheoryData<string> Calls => [.. All().Select(call => string.Join(' ', call.Arguments.Take(2)))];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task The_CLI_takes_the_command(string name)
    {
        Assert.SkipWhen(!Programs.Has("aws"), "aws is not installed.");
        var call = All().Single(call => string.Join(' ', call.Arguments.Take(2)) == name);

        var result = await Programs.RunAsync(
            call with { Arguments = [.. call.Arguments, "--endpoint-url", Nowhere], Variables = Variables }, TestContext.Current.CancellationToken).InTimeAsync();

        Assert.Contains("Could not connect to the endpoint URL", result.Errors, StringComparison.Ordinal);
    }

    private static IEnumerable<ProgramCall> All()
    {
        var calls = new AwsCalls("eu-central-1");
        string[] parameters =
        [
            new ParameterValue("A", "https://a.b/?c=d,e \"f\" \\").Shorthand, new ParameterValue("B", "").Shorthand, new ParameterValue("C", null).Shorthand,
            new ParameterValue("D", "subnet-1,subnet-2").Shorthand, new ParameterValue("E", "[x]{y}=z'").Shorthand,
        ];
        return
        [
            calls.Account(), calls.Stack("s"), calls.Template("s"), calls.Resources("s"), calls.Events("s"), calls.FindBucket("bucket", "123456789012"),
            calls.MakeBucket("bucket"), calls.CloseBucket("bucket", "123456789012"), calls.Upload(AppContext.BaseDirectory, "bucket", "a"), calls.EmptyBucket("bucket"),
            calls.DeleteBucket("bucket"), calls.MakeChangeSet("s", "c", true, "https://bucket.s3.eu-central-1.amazonaws.com/a", parameters), calls.ChangeSet("s", "c"),
            calls.DeleteChangeSet("s", "c"), calls.Execute("s", "c"), calls.Protect("s", true), calls.DeleteStack("s"), calls.UnprotectTable("table"),
            calls.DeleteTable("table"), calls.UnprotectUsers("eu-central-1_a"), calls.DeleteUsers("eu-central-1_a"),
        ];
    }
}
