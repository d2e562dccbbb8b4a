namespace Framework.Runtime;

/// <summary>Takes invocations from the Runtime API, one after the other, and responds to each.</summary>
internal sealed class RuntimeLoop(RuntimeApi api, InvocationHandler handle, Action<string?> setTraceId)
{
    private readonly ResponseBuffer _response = new(api);

    /// <summary>Whether it has served an invocation.</summary>
    public bool HasServed { get; private set; }

    /// <summary>Runs until the process ends or the Runtime API breaks.</summary>
    /// <exception cref="RuntimeApiException">The Runtime API broke; the process must end.</exception>
    public async Task RunAsync()
    {
        while (true)
            await ServeOneAsync();
    }

    private async ValueTask ServeOneAsync()
    {
        using var invocation = await api.NextAsync();
        setTraceId(invocation.TraceId);
        _response.Clear();
        var failure = await InvokeAsync(invocation);
        if (_response.HasStarted)
            await api.EndAsync(_response, failure);
        else if (failure is not null)
            await api.FailAsync(invocation.RequestId, failure);
        else if (!await api.RespondAsync(invocation.RequestId, _response))
            await api.FailAsync(invocation.RequestId, Refused(_response.BodyLength));
        HasServed = true;
    }

    private async ValueTask<RuntimeError?> InvokeAsync(Invocation invocation)
    {
        try
        {
            await handle(invocation, _response);
            return null;
        }
#pragma warning disable CA1031 // Any exception of the handler is the failure of its invocation, not of the loop.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return RuntimeError.From(exception);
        }
    }

    private static RuntimeError Refused(int length) =>
        new("Function.ResponseRefused", $"Lambda refused the response of {length} bytes.", []);
}
