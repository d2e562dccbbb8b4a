namespace Framework.Metrics;

/// <summary>How a request went, for its metrics.</summary>
/// <param name="Endpoint">The endpoint's name, or <c>(none)</c> where no route took the request.</param>
/// <param name="StatusCode">The status code that was sent.</param>
/// <param name="Duration">How long the response took.</param>
/// <param name="IsColdStart">Whether it was the first of this process.</param>
/// <param name="IsBroken">Whether it broke off, after the status was sent.</param>
internal readonly record struct RequestOutcome(string Endpoint, int StatusCode, TimeSpan Duration, bool IsColdStart, bool IsBroken = false);
