using System.Threading.Channels;
using Amazon;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;

namespace Framework.CloudWatch.Tests;

/// <summary>Records the calls in place of sending them.</summary>
internal sealed class RecordingClient() : AmazonCloudWatchClient(new AnonymousAWSCredentials(), RegionEndpoint.EUCentral1)
{
    private readonly Channel<PutMetricDataRequest> _calls = Channel.CreateUnbounded<PutMetricDataRequest>();

    public bool IsDown { get; set; }

    public int Attempts { get; private set; }

    public override Task<PutMetricDataResponse> PutMetricDataAsync(PutMetricDataRequest request, CancellationToken cancellationToken = default)
    {
        Attempts++;
        if (IsDown)
            throw new HttpRequestException("No network.");
        _calls.Writer.TryWrite(request);
        return Task.FromResult(new PutMetricDataResponse());
    }

    public ValueTask<PutMetricDataRequest> NextAsync() => _calls.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public IReadOnlyList<PutMetricDataRequest> All()
    {
        var calls = new List<PutMetricDataRequest>();
        while (_calls.Reader.TryRead(out var call))
            calls.Add(call);
        return calls;
    }
}
