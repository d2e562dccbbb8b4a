using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Framework.Binding;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>Asks for a value of every kind, and says what it was given.</summary>
[Get("/find/{id}")]
[AllowAnonymous]
public sealed class FindOrders
{
    public Task<Dictionary<string, string>> HandleAsync(
        Guid id,
        bool? express,
        DateOnly? day,
        DateTimeOffset? at,
        double? weight,
        decimal? price,
        Uri? link,
        char? letter,
        TimeSpan? age,
        int[] numbers,
        OrderKind[] kinds,
        [FromHeader] string? ifMatch,
        [FromHeader("x-tags")] string[] tags,
        string name,
        OrderKind kind = OrderKind.Large,
        [Range(1, 100)] int limit = 50,
        long serial = -1,
        string text = "a \"quoted\" text")
    {
        var given = new Dictionary<string, object?>
        {
            ["id"] = id,
            ["express"] = express,
            ["day"] = day,
            ["at"] = at,
            ["weight"] = weight,
            ["price"] = price,
            ["link"] = link,
            ["letter"] = letter,
            ["age"] = age,
            ["numbers"] = string.Join('|', numbers),
            ["kinds"] = string.Join('|', kinds),
            ["ifMatch"] = ifMatch,
            ["tags"] = string.Join('|', tags),
            ["name"] = name,
            ["kind"] = kind,
            ["limit"] = limit,
            ["serial"] = serial,
            ["text"] = text,
        };
        return Task.FromResult(given.ToDictionary(
            pair => pair.Key, pair => Convert.ToString(pair.Value, CultureInfo.InvariantCulture) ?? ""));
    }
}
