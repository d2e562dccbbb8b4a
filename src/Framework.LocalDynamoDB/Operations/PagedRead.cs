using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Reads;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>Query and Scan: a page of what a table or an index holds.</summary>
internal abstract class PagedRead(EngineState engine, params Member[] members) : Operation(members)
{
    protected Source FindSource(JsonElement request) => Source.Find(
        engine.Catalog.Get(request.Text("TableName")!), request.Text("IndexName"), request.Flag("ConsistentRead") == true);

    protected void WritePage(Source source, Cursor cursor, PageRequest request, Utf8JsonWriter response)
    {
        var page = new PageReader(source, request);
        engine.Database.Read(session =>
        {
            page.Write(session, cursor, response);
            return true;
        });
    }
}
