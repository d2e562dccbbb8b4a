namespace Framework.Runtime;

/// <summary>Takes invocations from the Runtime API one after the other and answers each.</summary>
internal sealed class RuntimeLoop(RuntimeApi api, InvocationHandler handle, Action<string?> setTraceId)
{
    private readonly ResponseBuffer _reply = new();

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
        _reply.Clear();
        var failure = await InvokeAsync(invocation);
        if (failure is not null)
            await api.FailAsync(invocation.RequestId, failure);
        else if (!await api.RespondAsync(invocation.RequestId, _reply))
            await api.FailAsync(invocation.RequestId, Refused(_reply.BodyLength));
        HasServed = true;
    }

    private async ValueTask<RuntimeError?> InvokeAsync(Invocation invocation)
    {
        try
        {
            await handle(invocation, _reply);
            return null;
        }
#pragma warning disable CA1031 // Whatever the handler throws is the invocation's failure, never the loop's.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return RuntimeError.From(exception);
        }
    }

    private static RuntimeError Refused(int length) =>
        new("Function.ResponseRefused", $"Lambda refused the response of {length} bytes.", []);
}
