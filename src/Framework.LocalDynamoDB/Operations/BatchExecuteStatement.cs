using System.Text.Json;
using Framework.LocalDynamoDB.Capacity;
using Framework.LocalDynamoDB.PartiQL;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Reads;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Values;
using Framework.LocalDynamoDB.Writes;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.Operations;

internal sealed class BatchExecuteStatement(EngineState engine) : Operation(
    Required("Statements", new ListShape(new Structure(
        "BatchStatementRequest",
        StatementShapes.Statement,
        StatementShapes.Parameters,
        Shapes.ConsistentRead,
        Shapes.ReturnValuesOnConditionCheckFailure)
    { IsElement = true })
    {
        Constraints = [Constraint.MinLength(1), Constraint.MaxLength(MaxStatements)],
    }),
    Shapes.ReturnConsumedCapacity)
{
    private const int MaxStatements = 25;

    public override string Name => "BatchExecuteStatement";

    protected override void Execute(JsonElement request, Utf8JsonWriter response)
    {
        Part[] parts = [.. request.Elements("Statements").Select(Prepare)];
        Check(parts);
        foreach (var part in parts)
            part.Try(() => Run(part));

        response.WriteStartObject();
        response.WriteStartArray("Responses");
        foreach (var part in parts)
            part.Write(response);
        response.WriteEndArray();
        ConsumedCapacity.WriteAll(response, request.Text("ReturnConsumedCapacity"), Capacities(parts));
        response.WriteEndObject();
    }

    private static void Check(Part[] parts)
    {
        var known = parts.Where(part => part.Request is not null).ToList();
        if (known.Any(part => part.Request is ItemRead) && known.Any(part => part.Request is ItemWrite))
            throw DynamoDBException.Validation("Read and write requests together in the same batch is not supported.");
        var keys = known.Select(part => (part.Table!.Name, part.Request!.Locate(part.Table))).ToList();
        if (keys.Distinct().Count() < keys.Count)
            throw DynamoDBException.Validation("Provided list of item keys contains duplicates");
    }

    private Part Prepare(JsonElement request)
    {
        var part = new Part();
        part.Try(() =>
        {
            part.Statement = StatementShapes.Read(request);
            part.IsConsistent = request.Flag("ConsistentRead") == true;
            part.Table = engine.Catalog.Get(part.Statement.TableName);
            ItemRequest found = part.Statement switch
            {
                SelectStatement select => SingleRead.Of(select, part.Table, Name),
                ExistsStatement => throw DynamoDBException.Validation("EXISTS can only be used in ExecuteTransaction write requests."),
                var change => StatementWrite.Of(change, engine.Catalog, StatementShapes.ReturnsItem(request)),
            };
            found.Check(part.Table);
            part.Request = found;
        });
        return part;
    }

    private void Run(Part part)
    {
        if (part.Request is ItemWrite write)
        {
            part.Result = engine.Database.Write(session => engine.Writer.Apply(session, write));
            part.Item = ExecuteStatement.Returned(part.Statement!, part.Result);
        }
        else if (part.Request is ItemRead read)
        {
            part.Found = engine.Database.Read(session => read.Run(session, part.Table!));
            part.Item = SingleRead.Selected((SelectStatement)part.Statement!, part.Found);
        }
    }

    private static IEnumerable<ConsumedCapacity> Capacities(Part[] parts)
    {
        var reads = parts.Where(part => part.Request is ItemRead && part.Fault is null).GroupBy(part => part.Table!.Name)
            .Select(group => new ConsumedCapacity(group.Key) { Table = group.Sum(part => ItemRead.Units(part.Found, part.IsConsistent)) });
        return reads.Concat(WriteCapacity.Of(parts.Select(part => part.Result).OfType<WriteResult>()));
    }

    /// <summary>One statement of the batch. It fails or succeeds by itself.</summary>
    private sealed class Part
    {
        public Statement? Statement { get; set; }

        public Table? Table { get; set; }

        public ItemRequest? Request { get; set; }

        public bool IsConsistent { get; set; }

        public StoredItem? Found { get; set; }

        public WriteResult? Result { get; set; }

        public Item? Item { get; set; }

        public (string Code, string Message, Item? Item)? Fault { get; private set; }

        public void Try(Action action)
        {
            if (Fault is not null)
                return;
            try
            {
                action();
            }
            catch (ConditionFailedException failure)
            {
                Fault = ("ConditionalCheckFailed", failure.Message, failure.Item);
            }
            catch (DynamoDBException exception) when (exception.IsDuplicate || exception.IsNotFound || exception.IsValidation)
            {
                var code = exception.IsDuplicate ? "DuplicateItem" : exception.IsNotFound ? "ResourceNotFound" : "ValidationError";
                Fault = (code, exception.Message, null);
            }
        }

        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            if (Fault is { } fault)
            {
                json.WriteStartObject("Error");
                json.WriteString("Code", fault.Code);
                json.WriteString("Message", fault.Message);
                WriteItem(json, fault.Item);
                json.WriteEndObject();
            }
            if (Table is not null)
                json.WriteString("TableName", Table.Name);
            WriteItem(json, Fault is null ? Item : null);
            json.WriteEndObject();
        }

        private static void WriteItem(Utf8JsonWriter json, Item? item)
        {
            if (item is null)
                return;
            json.WritePropertyName(nameof(Item));
            AttributeValueWriter.WriteItem(json, item);
        }
    }
}
