using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Framework.Benchmarks.Tables;

/// <summary>The mapping as a careful person writes it for the SDK's raw client.</summary>
internal static class HandWritten
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static Dictionary<string, AttributeValue> Write(Order order)
    {
        var attributes = new Dictionary<string, AttributeValue>
        {
            ["customer"] = new() { S = order.Customer },
            ["id"] = new() { S = order.Id.ToString() },
            ["note"] = new() { S = order.Note },
            ["paid"] = new() { BOOL = order.Paid },
            ["count"] = new() { N = order.Count.ToString(Invariant) },
            ["price"] = new() { N = order.Price.ToString(Invariant) },
            ["placedAt"] = new() { S = order.PlacedAt.UtcDateTime.ToString("O", Invariant) },
            ["shipTo"] = new()
            {
                M = new() { ["street"] = new() { S = order.ShipTo.Street }, ["city"] = new() { S = order.ShipTo.City } },
            },
            ["tags"] = new() { L = [.. order.Tags.Select(tag => new AttributeValue { S = tag })] },
            ["version"] = new() { N = order.Version.ToString(Invariant) },
        };
        if (order.Coupon is not null)
            attributes.Add("coupon", new() { S = order.Coupon });
        return attributes;
    }

    public static Order Read(Dictionary<string, AttributeValue> attributes)
    {
        var place = attributes["shipTo"].M;
        return new(
            attributes["customer"].S,
            Guid.Parse(attributes["id"].S),
            attributes["note"].S,
            attributes["paid"].BOOL!.Value,
            int.Parse(attributes["count"].N, Invariant),
            decimal.Parse(attributes["price"].N, Invariant),
            DateTimeOffset.Parse(attributes["placedAt"].S, Invariant, DateTimeStyles.RoundtripKind),
            new(place["street"].S, place["city"].S),
            [.. attributes["tags"].L.Select(tag => tag.S)],
            attributes.TryGetValue("coupon", out var coupon) ? coupon.S : null,
            long.Parse(attributes["version"].N, Invariant));
    }
}
