using System.Text.Json;
using Framework.LocalDynamoDB.Http;
using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Upkeep;
using Framework.LocalDynamoDB.Writes;
using Microsoft.AspNetCore.Http;

namespace Framework.LocalDynamoDB;

/// <summary>A DynamoDB without a server of its own: any Kestrel application can hand it requests.</summary>
internal sealed class Engine : IDisposable
{
    private readonly RequestHandler _handler;
    private readonly Sweeper _sweeper;

    private Engine(Database database, TimeProvider clock, TimeSpan transitionTime)
    {
        Database = database;
        Clock = clock;
        Catalog = new Catalog(database, clock, transitionTime);
        Writer = new ItemWriter(database, Catalog, clock);
        _handler = new RequestHandler(new OperationTable(this));
        _sweeper = new Sweeper(this);
    }

    public Database Database { get; }

    public Catalog Catalog { get; }

    public ItemWriter Writer { get; }

    public TimeProvider Clock { get; }

    /// <param name="dataFile">Path of the SQLite file, or null to keep everything in memory.</param>
    /// <param name="clock">The time for creation dates, streams and time to live.</param>
    /// <param name="transitionTime">How long tables show that they are being created, updated or deleted.</param>
    /// <exception cref="LocalDataException">The file cannot be used.</exception>
    public static Engine Open(string? dataFile, TimeProvider clock, TimeSpan transitionTime = default)
    {
        var database = Database.Open(dataFile);
        try
        {
            return new(database, clock, transitionTime);
        }
        catch (Exception exception) when (exception is StorageException or JsonException)
        {
            database.Dispose();
            throw new LocalDataException(
                $"The data file {dataFile} is damaged or not a database. Delete it to start empty, or restore a copy.",
                exception);
        }
    }

    /// <summary>Answers one request of the DynamoDB protocol, at whatever path the application serves it.</summary>
    public Task HandleAsync(HttpContext context) => _handler.HandleAsync(context);

    public void Dispose()
    {
        _sweeper.Dispose();
        Database.Dispose();
    }
}
