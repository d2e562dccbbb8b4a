using Framework.DynamoDB.Tests.Engines;
using Framework.DynamoDB.Tests.Items;
using Framework.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.DynamoDB.Tests;

/// <summary>What a service's metrics say of the capacity that its calls consume, whichever engine is behind it.</summary>
public abstract class CapacityTests(IEngine engine)
{
    private const string Units = "ConsumedWriteCapacityUnits";

    private static readonly Guid Sensor = Guid.NewGuid();

    private static readonly Key<Reading> Key = Reading.Key(Sensor, 1);

    [Fact]
    public async Task Every_call_s_units_are_counted()
    {
        var recorded = new Recorded();
        await using var readings = await TestTable<Reading>.CreateAsync(engine, recorded.Register);
        var table = readings.Table;

        await RecordsAsync(("ConsumedWriteCapacityUnits", 1), () => table.CreateAsync(new(Sensor, 1)));
        await RecordsAsync(("ConsumedReadCapacityUnits", 1), () => table.GetAsync(Key));
        await RecordsAsync(("ConsumedReadCapacityUnits", 0.5), () => table.GetAsync(Key, ReadConsistency.Eventual));
        await RecordsAsync(("ConsumedReadCapacityUnits", 1), () => table.CountAsync(Reading.Partition(Sensor)));
        await RecordsAsync(("ConsumedReadCapacityUnits", 1), async () => await table.QueryAsync(Reading.Partition(Sensor)).ToListAsync());
        await RecordsAsync(("ConsumedReadCapacityUnits", 1), async () => await table.ScanEntireTableAsync().ToListAsync());
        await RecordsAsync(("ConsumedReadCapacityUnits", 1), () => table.GetManyAsync([Key]));
        await RecordsAsync(("ConsumedWriteCapacityUnits", 1), () => table.ReplaceAsync(new(Sensor, 1)));
        await RecordsAsync(
            ("ConsumedWriteCapacityUnits", 1),
            () => table.UpdateAsync(Key, Update.Of<Reading>().Set(Reading.Attributes.Count, 1)));
        // AWS bills 2 for a transaction of one small item, DynamoDB Local counts 4.
        recorded.Values.Clear();
        await new WriteTransaction().Create(table, new(Sensor, 3)).CommitAsync();
        Assert.Contains(Assert.Single(recorded.Values), new[] { (Units, 2d), (Units, 4d) });
        await RecordsAsync(("ConsumedReadCapacityUnits", 2), () =>
        {
            var read = new ReadTransaction();
            read.Get(table, Key);
            return read.RunAsync();
        });
        await RecordsAsync(("ConsumedWriteCapacityUnits", 1), () => table.PutManyAsync([new(Sensor, 2)]));
        await RecordsAsync(("ConsumedWriteCapacityUnits", 1), () => table.DeleteAsync(Key));

        async Task RecordsAsync((string, double) units, Func<Task> call)
        {
            recorded.Values.Clear();
            await call();
            Assert.Equal([units], recorded.Values);
        }
    }

    [Fact]
    public async Task Metrics_that_fail_break_no_call()
    {
        await using var readings = await TestTable<Reading>.CreateAsync(
            engine, new Recorded { Failure = new InvalidOperationException() }.Register);

        await readings.Table.CreateAsync(new(Sensor, 1));

        Assert.NotNull(await readings.Table.GetAsync(Key));
    }

    private sealed class Recorded : IMetrics
    {
        public List<(string Name, double Value)> Values { get; } = [];

        public Exception? Failure { get; init; }

        public void Register(IServiceCollection services, string name) => services.AddSingleton<IMetrics>(this);

        public void Record(string name, double value, MetricUnit unit = MetricUnit.None)
        {
            if (Failure is not null)
                throw Failure;
            Values.Add((name, value));
        }
    }
}
