namespace Framework.Deployment.Tests.Cost;

/// <summary>A price that falls with the amount.</summary>
internal sealed class Tiers(params (double Amount, double Price)[] tiers)
{
    public double Of(double amount)
    {
        var cost = 0.0;
        foreach (var (size, price) in tiers)
        {
            var part = Math.Min(amount, size);
            cost += part * price;
            amount -= part;
        }
        return cost;
    }
}
