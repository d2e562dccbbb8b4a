using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Streams;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Writes;

/// <summary>Carries out writes on the writer's connection.</summary>
internal sealed class ItemWriter(Database database, Catalog catalog, TimeProvider clock)
{
    /// <summary>One single write.</summary>
    public WriteResult Write(ItemWrite write)
    {
        write.Check(catalog.Get(write.TableName));
        try
        {
            return database.Write(session => Apply(session, write));
        }
        catch (ConditionFailedException failure)
        {
            throw failure.ToError();
        }
    }

    /// <summary>Several independent writes in one commit.</summary>
    public List<WriteResult> WriteAll(IReadOnlyList<ItemWrite> writes) =>
        database.Write(session => writes.Select(write => Apply(session, write)).ToList());

    /// <summary>Several writes, all of them or none.</summary>
    /// <param name="writes">The parts of the transaction.</param>
    /// <param name="token">The client's token; null for none.</param>
    public List<WriteResult> WriteTogether(IReadOnlyList<ItemWrite> writes, RequestToken? token) => database.Write(session =>
    {
        // A repeated request gets the same response as before and changes nothing.
        var isRepeated = token?.IsKnown(session, clock) == true;
        var reasons = new CancellationReasons(writes.Count);
        var results = new List<WriteResult>(writes.Count);
        for (var i = 0; i < writes.Count; i++)
        {
            var write = writes[i];
            reasons.Try(i, () => results.Add(isRepeated ? Look(session, write) : Apply(session, write)));
        }

        reasons.ThrowIfAny();
        if (!isRepeated)
            token?.Remember(session, clock);
        return results;
    });

    /// <summary>Reads, checks the condition, computes and stores; the table is the one that exists by now.</summary>
    public WriteResult Apply(Session session, ItemWrite write)
    {
        var table = catalog.Get(write.TableName);
        var key = write.Locate(table);
        var before = table.Get(session, key);
        write.Condition.Check(before);
        var after = write.Next(table, before);
        if (after != before)
        {
            table.Replace(session, key, before, after);
            StreamLog.Append(session, table, before, after, clock.GetUtcNow());
        }

        return new(write.TableName, table, before, after);
    }

    /// <summary>Deletes items whose time to live is over, and returns their number.</summary>
    public int Expire(string tableName, DateTimeOffset now, int limit) => database.Write(session =>
    {
        // The table may have been deleted, or may have lost its time to live, while this write waited.
        if (catalog.Find(tableName) is not { Expiry: { } expiry } table)
            return 0;
        var keys = expiry.FindExpired(session, now, limit);
        foreach (var key in keys)
        {
            var before = table.Get(session, key);
            table.Replace(session, key, before, null);
            StreamLog.Append(session, table, before, null, now, byService: true);
        }

        return keys.Count;
    });

    /// <summary>The stored item, where a repeated write must not be applied again.</summary>
    private WriteResult Look(Session session, ItemWrite write)
    {
        var table = catalog.Get(write.TableName);
        var item = table.Get(session, write.Locate(table));
        return new(write.TableName, table, item, item);
    }
}
