namespace Framework.Deployment.Tests.Cost;

/// <summary>AWS's list prices in us-east-1, in dollars, without free tiers; <c>docs/cost.md</c> names their sources and date.</summary>
internal static class Prices
{
    public const double Million = 1e6;
    public const double Gigabyte = 1e9;

    public const double LambdaRequest = 0.20 / Million;
    public const double LambdaGigabyteSecond = 0.0000166667;
    public const double Read = 0.125 / Million;
    public const double Write = 0.625 / Million;
    public const double LogGigabyte = 0.50;
    public const double CustomMetric = 0.30;
    public const double AlarmMetric = 0.10;
    public const double Dashboard = 3;
    public const double Secret = 0.40;
    public const double DistributionRequest = 1.00 / Million;
    public const double WebAcl = 5;
    public const double WebAclRule = 1;
    public const double WebAclRequest = 0.60 / Million;

    public static readonly Tiers HttpApiRequest = new((300 * Million, 1.00 / Million), (double.MaxValue, 0.90 / Million));

    public static readonly Tiers RestApiRequest = new(
        (333 * Million, 3.50 / Million), (667 * Million, 2.80 / Million), (19_000 * Million, 2.38 / Million), (double.MaxValue, 1.51 / Million));

    public static readonly Tiers DistributionGigabyte = new((10_000, 0.085), (40_000, 0.080), (100_000, 0.060), (double.MaxValue, 0.040));
}
