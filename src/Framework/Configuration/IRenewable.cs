namespace Framework.Configuration;

/// <summary>Values from another service that are read at start, and again where they are too old. Each registered one is
/// called at start and before every invocation, so that a function that was frozen for hours does not use old
/// values.</summary>
public interface IRenewable
{
    /// <summary>Reads the values where they are too old.</summary>
    /// <param name="cancellation">Ends the call: in an invocation, shortly before the Lambda deadline.</param>
    /// <exception cref="InvalidOperationException">Only at start: a value is missing or cannot be read; the message says
    /// which. Later the present values stay, and the failure is logged.</exception>
    ValueTask RenewAsync(CancellationToken cancellation);
}
