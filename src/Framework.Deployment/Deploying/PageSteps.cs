using System.Text.Json;
using Framework.Deployment.Aws;

namespace Framework.Deployment.Deploying;

/// <summary>The steps that bring the page's files to their bucket. A release is a folder of its own, so what is served now stays whole, and
/// an earlier release can be served again.</summary>
/// <param name="plan">What is deployed.</param>
/// <param name="release">The files.</param>
/// <param name="facts">The outputs of the stack.</param>
/// <param name="aws">The CLI.</param>
internal sealed class PageSteps(DeployPlan plan, PageRelease release, DeployFacts facts, AwsCli aws)
{
    private const string ForEver = "public,max-age=31536000,immutable";
    private const string AskEachTime = "no-cache";

    private readonly AwsCalls _calls = new(plan.Region);

    /// <summary>Before the stack changes, where the bucket is there: then the release is whole when it is served first.</summary>
    public IReadOnlyList<DeployStep> Before => plan.PageBucket is { } bucket ? [Upload(bucket)] : [];

    /// <summary>After the stack has changed.</summary>
    public IReadOnlyList<DeployStep> After =>
    [
        .. plan.PageBucket is null ? (DeployStep[])[Upload(facts["PageBucket"])] : [],
        Step("Say where the page signs in", WriteConfig, [_calls.UploadFile(release.Config, $"s3://{facts["PageBucket"]}/config.js", AskEachTime)]),
        Step("Let CloudFront forget the release before", () => { }, [_calls.Invalidate(facts["PageDistribution"])]),
    ];

    private DeployStep Upload(string bucket) => Step(
        $"Upload the page's release {release.Name}", () => { },
        [
            _calls.UploadFiles(release.Hashed, $"s3://{bucket}/{release.Name}", ForEver),
            // Last: they name the others.
            _calls.UploadFiles(release.Plain, $"s3://{bucket}/{release.Name}", AskEachTime),
        ]);

    private DeployStep Step(string name, Action begin, IReadOnlyList<Processes.ProgramCall> calls) => new(
        name, [.. calls.Select(call => new PlannedCall(call))], async cancellation =>
        {
            begin();
            foreach (var call in calls)
                await aws.TextAsync(call, cancellation);
        }, plan.PageBucket is null ? $"{plan.Stack} is deployed, and its page is not complete yet." : "The page that was served is served still.");

    // Page and API have one address, so the page calls its own.
    private void WriteConfig() => File.WriteAllText(release.Config, $$"""
        // Where the page signs in and which API it calls: written by the deployment.
        export const config = {
          issuer: {{Text("Issuer")}},
          clientId: {{Text("ClientId")}},
          api: '',
          scope: 'openid',
        };

        """);

    // A service has no reflection in JSON, and this runs in the service.
    private string Text(string fact) =>
        $"'{JsonEncodedText.Encode(facts[fact].StartsWith('$') ? "" : facts[fact])}'";
}
