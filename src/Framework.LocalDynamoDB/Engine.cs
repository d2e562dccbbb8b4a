using System.Text.Json;
using Framework.LocalDynamoDB.Http;
using Framework.LocalDynamoDB.Operations;
using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Upkeep;
using Microsoft.AspNetCore.Http;

namespace Framework.LocalDynamoDB;

/// <summary>A DynamoDB without its own server: any Kestrel application can pass it requests.</summary>
internal sealed class Engine : IDisposable
{
    private readonly RequestHandler _handler;
    private readonly Sweeper _sweeper;

    private Engine(Database database, EngineSettings settings)
    {
        State = new EngineState(database, settings.Clock, settings.TransitionTime, settings.Region);
        Operations = new OperationTable(State);
        _handler = new RequestHandler(_ => Operations) { Authorize = settings.Authorize };
        _sweeper = new Sweeper(State, settings.SweepInterval);
    }

    /// <summary>What it holds.</summary>
    public EngineState State { get; }

    /// <summary>What it can do.</summary>
    public OperationTable Operations { get; }

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
        State.Dispose();
    }
}
