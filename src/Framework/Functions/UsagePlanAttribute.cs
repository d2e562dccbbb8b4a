namespace Framework.Functions;

/// <summary>A REST API counts the requests of each client, who sends an API key in the header <c>x-api-key</c>:
/// <c>[assembly: UsagePlan("free", Rate = 5, Burst = 10, Quota = 10_000)]</c>. Where a service has a plan, every endpoint needs a key. The
/// deployment makes one key of each plan. A key says who pays, not who calls: it is no authentication.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html">API Gateway's
/// documentation</see>: limits are best effort.</remarks>
/// <param name="name">The plan's name: letters and digits, and what divides words.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class UsagePlanAttribute(string name) : Attribute
{
    /// <summary>The plan's name.</summary>
    public string Name { get; } = name;

    /// <summary>How many requests a second a key has in the long run; 0, the default, for no limit of the plan's own.</summary>
    public int Rate { get; init; }

    /// <summary>How many requests a key has at once above the rate.</summary>
    public int Burst { get; init; }

    /// <summary>How many requests a key has in each period; 0, the default, for no quota.</summary>
    public int Quota { get; init; }

    /// <summary>The period of the quota; a month by default.</summary>
    public QuotaPeriod Period { get; init; }
}
