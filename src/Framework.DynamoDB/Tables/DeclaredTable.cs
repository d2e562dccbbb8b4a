using Framework.Resources;

namespace Framework.DynamoDB.Tables;

/// <summary>A table as the service's items declare it together, under the name that the service knows it by.</summary>
internal sealed record DeclaredTable(TableResource Resource)
{
    private const int MaxGlobal = 20;
    private const int MaxLocal = 5;

    /// <summary>The table with the keys and indexes of one more item.</summary>
    /// <exception cref="InvalidOperationException">The items contradict each other.</exception>
    public DeclaredTable Add(TableResource other)
    {
        if ((Resource.PartitionKey, Resource.SortKey) != (other.PartitionKey, other.SortKey))
            throw Conflict($"the key {Text(Resource.PartitionKey, Resource.SortKey)} and {Text(other.PartitionKey, other.SortKey)}");
        if (Resource.ExpiresAt is { } expiresAt && other.ExpiresAt is { } otherExpiresAt && expiresAt != otherExpiresAt)
            throw Conflict($"the times to live '{expiresAt}' and '{otherExpiresAt}'");
        foreach (var index in Resource.Indexes)
            if (other.Indexes.FirstOrDefault(found => found.Name == index.Name) is { } same && same != index)
                throw Conflict($"the index {Text(index)} and {Text(same)}");
        return new DeclaredTable(Resource with
        {
            ExpiresAt = Resource.ExpiresAt ?? other.ExpiresAt,
            Items = [.. Resource.Items, .. other.Items],
            Indexes = [.. Resource.Indexes.UnionBy(other.Indexes, index => index.Name)],
        }).Checked();
    }

    /// <summary>The table itself, once what DynamoDB would refuse is ruled out.</summary>
    /// <exception cref="InvalidOperationException">One attribute would have two types, or the indexes are too
    /// many.</exception>
    public DeclaredTable Checked()
    {
        var keys = Resource.Indexes
            .SelectMany(index => new[] { index.PartitionKey, index.SortKey })
            .Concat([Resource.PartitionKey, Resource.SortKey])
            .OfType<TableKey>();
        if (keys.Distinct().GroupBy(key => key.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw Conflict($"the key attribute '{twice.Key}' of type {string.Join(" and ", twice.Select(key => key.Type))}");
        var local = Resource.Indexes.Count(index => index.IsLocal);
        if (local > MaxLocal || Resource.Indexes.Count - local > MaxGlobal)
            throw new InvalidOperationException(
                $"The table '{Resource.Name}' has {Resource.Indexes.Count - local} global and {local} local indexes; "
                + $"DynamoDB takes {MaxGlobal} and {MaxLocal}.");
        return this;
    }

    private InvalidOperationException Conflict(string what) =>
        new($"The items of the table '{Resource.Name}' disagree: it cannot have both {what}.");

    private static string Text(TableIndex index) =>
        $"'{index.Name}' of {(index.IsLocal ? "the table's partitions and " : "")}{Text(index.PartitionKey, index.SortKey)}";

    private static string Text(TableKey partition, TableKey? sort) => sort is null
        ? $"{partition.Name} ({partition.Type})"
        : $"{partition.Name} ({partition.Type}), {sort.Name} ({sort.Type})";
}
