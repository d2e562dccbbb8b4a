using System.Net;
using Framework.LocalDynamoDB.Hosting;
using Framework.LocalDynamoDB.Storage;

namespace Framework.LocalDynamoDB.Tool;

/// <summary>Serves until a signal ends it.</summary>
internal static class ToolServer
{
    // The name that Framework.Local gives it too, so that each can serve the tables of the other.
    private const string DataFile = "dynamodb.sqlite";

    /// <summary>Serves, and first prints the address and the data folder.</summary>
    /// <returns>The exit code: 0 after a signal, 1 where it cannot start.</returns>
    public static async Task<int> RunAsync(ToolOptions options, TextWriter output, TextWriter errors)
    {
        try
        {
            using var end = new EndSignal();
            using var held = Hold(options.DataFolder);
            await using var server = await LocalDynamoDB.StartAsync(new()
            {
                Address = options.Address,
                Port = options.Port,
                DataFile = options.DataFolder is { } folder ? Path.Combine(Path.GetFullPath(folder), DataFile) : null,
                AllowOtherOrigins = options.AllowOtherOrigins,
                TransitionTime = options.TransitionTime,
                SweepInterval = options.SweepInterval,
                IsShared = options.IsShared,
                AccessKey = options.AccessKey,
            });
            await output.WriteLineAsync($"local-dynamodb listens on {AddressOf(server, options)} and keeps its data in {Place(options)}.");
            await end.Received;
            return 0;
        }
        catch (LocalDataException exception)
        {
            return await FailAsync(errors, exception.Message);
        }
        catch (IOException exception)
        {
            return await FailAsync(errors, $"{exception.Message}: choose another with --port.");
        }
    }

    private static FileStream? Hold(string? folder)
    {
        if (folder is null)
            return null;
        var full = Path.GetFullPath(folder);
        const string Fix = "choose another with --data, or use --in-memory.";
        try
        {
            OwnerOnly.MakeFolder(full);
            return FolderLock.TryHold(full) ?? throw new LocalDataException(
                $"The data folder {full} is in use by another process: end it, {Fix}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LocalDataException($"The data folder {full} cannot be written to ({exception.Message}): {Fix}", exception);
        }
    }

    private static string AddressOf(LocalDynamoDB server, ToolOptions options) => options.Address.Equals(IPAddress.Loopback)
        ? $"http://localhost:{server.Endpoint.Port}"
        : $"http://{new IPEndPoint(options.Address, server.Endpoint.Port)}";

    private static string Place(ToolOptions options) =>
        options.DataFolder is { } folder ? Path.GetFullPath(folder) : "memory";

    private static async Task<int> FailAsync(TextWriter errors, string sentence)
    {
        await errors.WriteLineAsync(sentence);
        return 1;
    }
}
