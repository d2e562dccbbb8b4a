using System.Text.Json;
using Framework.LocalDynamoDB.Http;
using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Upkeep;
using Framework.LocalDynamoDB.Writes;
using Microsoft.AspNetCore.Http;

namespace Framework.LocalDynamoDB;

/// <summary>A DynamoDB without its own server: any Kestrel application can pass it requests.</summary>
internal sealed class Engine : IDisposable
{
    private readonly RequestHandler _handler;
    private readonly Sweeper _sweeper;

    private Engine(Database database, EngineSettings settings)
    {
        Database = database;
        Clock = settings.Clock;
        Region = settings.Region;
        Catalog = new Catalog(database, Clock, settings.TransitionTime);
        Writer = new ItemWriter(database, Catalog, Clock);
        Operations = new OperationTable(this);
        _handler = new RequestHandler(_ => Operations);
        _sweeper = new Sweeper(this, settings.SweepInterval);
    }

    /// <summary>The region in ARNs.</summary>
    public string Region { get; }

    public OperationTable Operations { get; }

    public Database Database { get; }

    public Catalog Catalog { get; }

    public ItemWriter Writer { get; }

    public TimeProvider Clock { get; }

    /// <param name="dataFile">Path of the SQLite file, or null to keep everything in memory.</param>
    /// <param name="settings">How it behaves.</param>
    /// <exception cref="LocalDataException">The file cannot be used.</exception>
    public static Engine Open(string? dataFile, EngineSettings settings)
    {
        var database = Database.Open(dataFile);
        try
        {
            return new(database, settings);
        }
        catch (Exception exception) when (exception is StorageException or JsonException)
        {
            database.Dispose();
            throw new LocalDataException(
                $"The data file {dataFile} is damaged or not a database. Delete it to start empty, or restore a copy.",
                exception);
        }
    }

    /// <summary>Responds to one request of the DynamoDB protocol, at any path where the application serves it.</summary>
    public Task HandleAsync(HttpContext context) => _handler.HandleAsync(context);

    public void Dispose()
    {
        _sweeper.Dispose();
        Database.Dispose();
    }
}
