using System.Runtime.CompilerServices;

namespace Readme;

/// <summary>A sensor with two readings, which the sensor <c>broken</c> breaks off after.</summary>
internal sealed class Sensors : ISensors
{
    public async IAsyncEnumerable<Reading> ReadAsync(string sensor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var number = 1; number <= 2; number++)
        {
            await Task.Yield();
            yield return new Reading(DateTimeOffset.UnixEpoch, number);
        }
        await Task.Yield();
        if (sensor == "broken")
            throw new InvalidOperationException("broke");
    }
}
