using Framework.Resources;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Hosting;

/// <summary>The place of the embedded DynamoDB engine in the local cloud.</summary>
internal sealed class LocalTables : IAsyncDisposable
{
    private readonly Dictionary<string, TableResource> _tables = [];

    private LocalTables()
    {
    }

    public static LocalTables Open(DataFolder? folder, TimeProvider clock) => new();

    /// <summary>Creates the tables that the service declares and the engine does not have yet.</summary>
    public Task CreateAsync(IEnumerable<TableResource> tables)
    {
        foreach (var table in tables)
            _tables.Add(table.Name, table);
        return Task.CompletedTask;
    }

    /// <summary>Answers a call of DynamoDB's protocol.</summary>
    public Task HandleAsync(HttpContext http)
    {
        http.Response.StatusCode = _tables.Count == 0 ? StatusCodes.Status404NotFound : StatusCodes.Status501NotImplemented;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
