namespace Framework.Configuration;

/// <summary>Values from elsewhere that are read at start and again where they are too old. Each one that is registered is
/// asked at start and before every invocation, so that a function that slept for hours does not serve with old
/// values.</summary>
public interface IRenewable
{
    /// <summary>Reads the values where that is due.</summary>
    /// <param name="cancellation">Ends the call: in an invocation, shortly before the Lambda deadline.</param>
    /// <exception cref="InvalidOperationException">At start alone: a value is missing or cannot be read; the message says
    /// which. Later the values that are there stay, and what went wrong is logged.</exception>
    ValueTask RenewAsync(CancellationToken cancellation);
}
