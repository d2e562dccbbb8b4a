using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Framework.LocalDynamoDB.Http;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB;

/// <summary>The databases of a server: one for all callers, or one for each access key and region.</summary>
internal sealed partial class Engines : IDisposable
{
    private readonly ConcurrentDictionary<(string AccessKeyId, string Region), Lazy<Engine>> _apart = new();
    private readonly Engine? _shared;
    private readonly string? _dataFile;
    private readonly EngineSettings _settings;

    /// <summary>Opens the shared database. The others are opened at their first request.</summary>
    /// <param name="dataFile">Path of the SQLite file, or null to keep everything in memory. Those of single callers are
    /// in the same folder.</param>
    /// <param name="settings">How each of them behaves.</param>
    /// <param name="isShared">Whether there is one for all callers.</param>
    /// <exception cref="LocalDataException">The file cannot be used.</exception>
    public Engines(string? dataFile, EngineSettings settings, bool isShared)
    {
        _dataFile = dataFile;
        _settings = settings;
        _shared = isShared ? Engine.Open(dataFile, settings) : null;
    }

    /// <exception cref="DynamoDBException">The caller's access key or region is not valid.</exception>
    /// <exception cref="LocalDataException">The caller's file cannot be used.</exception>
    public Engine Of(Credential credential)
    {
        if (_shared is not null)
            return _shared;
        if (!AccessKeyId().IsMatch(credential.AccessKeyId) || !Region().IsMatch(credential.Region))
            throw DynamoDBException.Protocol(
                "UnrecognizedClientException", "The Access Key ID or security token is invalid.");
        return _apart.GetOrAdd((credential.AccessKeyId, credential.Region), caller => new(() => Open(caller))).Value;
    }

    public void Dispose()
    {
        _shared?.Dispose();
        foreach (var engine in _apart.Values.Where(engine => engine.IsValueCreated))
            engine.Value.Dispose();
    }

    private Engine Open((string AccessKeyId, string Region) caller) =>
        Engine.Open(FileOf(caller), _settings with { Region = caller.Region });

    // dynamodb.sqlite becomes dynamodb.AKID.us-east-1.sqlite; neither part can hold the dot that separates them.
    private string? FileOf((string AccessKeyId, string Region) caller) => _dataFile is null
        ? null
        : Path.ChangeExtension(_dataFile, $"{caller.AccessKeyId}.{caller.Region}{Path.GetExtension(_dataFile)}");

    [GeneratedRegex("^[A-Za-z0-9_-]{1,128}$")]
    private static partial Regex AccessKeyId();

    [GeneratedRegex("^[a-z0-9-]{1,64}$")]
    private static partial Regex Region();
}
