namespace Framework.Deployment.Model;

/// <summary>How many requests the API passes on.</summary>
/// <param name="Rate">Requests a second in the long run.</param>
/// <param name="Burst">Requests at once above the rate.</param>
internal sealed record ThrottleModel(int Rate, int Burst);
