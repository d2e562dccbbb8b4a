using Framework.Local.Data;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Framework.Local.Browsing;

/// <summary>A search as it is in the address of a table's page.</summary>
/// <param name="Partition">The value of the partition key; empty for every partition.</param>
/// <param name="Sort">What the sort key begins with; empty for every value.</param>
internal sealed record SearchForm(string Partition, string Sort)
{
    private string After { get; init; } = "";

    private string Before { get; init; } = "";

    /// <summary>Whether the search leaves items out.</summary>
    public bool IsSearch => Partition.Length + Sort.Length > 0;

    /// <summary>Whether the page is the first.</summary>
    public bool IsFirst => After.Length + Before.Length == 0;

    /// <summary>Reads a query.</summary>
    public static SearchForm Read(IQueryCollection query) => new(query["pk"].ToString(), query["sk"].ToString())
    {
        After = query["after"].ToString(),
        Before = query["before"].ToString(),
    };

    /// <summary>The address of a page of this search.</summary>
    /// <param name="address">The table's address.</param>
    /// <param name="direction"><c>after</c> or <c>before</c>; null for the first page.</param>
    /// <param name="place">The item from which the direction goes.</param>
    public string Address(string address, string? direction = null, ItemKey place = default)
    {
        var query = new QueryBuilder();
        if (Partition.Length > 0)
            query.Add("pk", Partition);
        if (Sort.Length > 0)
            query.Add("sk", Sort);
        if (direction is not null)
            query.Add(direction, PagePlace.Write(place));
        return $"{address}{query}";
    }

    /// <summary>Whether the place in the address is one that a page wrote.</summary>
    public bool TryReadPlace(out ItemKey? place)
    {
        place = null;
        if (IsFirst)
            return true;
        if (!PagePlace.TryRead(After.Length > 0 ? After : Before, out var read))
            return false;
        place = read;
        return true;
    }

    /// <summary>The search, or the sentence that says why there can be none.</summary>
    public (ItemSearch Search, string? Mistake) ToSearch(KeySchema key, ItemKey? place)
    {
        var all = ItemSearch.All with { Place = place, IsBackwards = After.Length == 0 && Before.Length > 0 };
        if (Partition.Length == 0)
            return Sort.Length == 0 ? (all, null) : (all, $"A search needs {key.Hash.Name}, the partition key.");
        var partition = ToValue(key.Hash, Partition);
        var sort = key.Range is null || Sort.Length == 0 ? null : ToValue(key.Range, Sort);
        if (partition is null)
            return (all, $"{key.Hash.Name} takes {Wanted(key.Hash)}.");
        return Sort.Length > 0 && sort is null
            ? (all, $"{key.Range?.Name ?? "The sort key"} takes {(key.Range is null ? "no value: the table has none" : Wanted(key.Range))}.")
            : (all with { Partition = partition, Sort = sort }, null);
    }

    private static AttributeValue? ToValue(KeyAttribute key, string text) => key.Type switch
    {
        AttributeType.S => new StringValue(text),
        AttributeType.N => DynamoNumber.TryParse(text.Trim(), out var number) is NumberFault.None ? new NumberValue(number) : null,
        _ => ToBinary(text.Trim()),
    };

    private static BinaryValue? ToBinary(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? new BinaryValue(bytes[..length]) : null;
    }

    private static string Wanted(KeyAttribute key) => key.Type is AttributeType.N ? "a number" : "binary in base64";
}
