namespace Framework.CloudWatch;

/// <summary>What values must have in common to be sent as one metric. Within a minute their time does not count.</summary>
internal readonly record struct MetricKey(string Service, string Endpoint, string Name, string Unit, DateTimeOffset Minute);
