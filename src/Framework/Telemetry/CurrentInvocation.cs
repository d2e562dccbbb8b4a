namespace Framework.Telemetry;

/// <summary>Finds the invocation that the calling code works for, also where several are served at once.</summary>
internal sealed class CurrentInvocation
{
    private readonly AsyncLocal<InvocationTelemetry?> _current = new();

    public InvocationTelemetry? Value
    {
        get => _current.Value;
        set => _current.Value = value;
    }
}
