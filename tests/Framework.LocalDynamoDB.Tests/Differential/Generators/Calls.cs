using FsCheck;
using FsCheck.Fluent;
using static Framework.LocalDynamoDB.Tests.Differential.Generators.Json;

namespace Framework.LocalDynamoDB.Tests.Differential.Generators;

/// <summary>Random requests of every item operation.</summary>
internal static class Calls
{
    private static readonly Gen<string> Capacity = Maybe(40, Strings("ReturnConsumedCapacity", "TOTAL", "INDEXES", "NONE"));

    private static readonly Gen<string> Collections = Maybe(5, Strings("ReturnItemCollectionMetrics", "SIZE", "NONE"));

    private static readonly Gen<string> OnFailure =
        Maybe(20, Strings("ReturnValuesOnConditionCheckFailure", "ALL_OLD", "NONE"));

    private static readonly Gen<string> Consistent = Maybe(30, Literals("ConsistentRead", "true", "false"));

    private static readonly Gen<string> Old =
        Maybe(60, Gen.Frequency((20, Strings("ReturnValues", "NONE", "ALL_OLD")), (1, Strings("ReturnValues", "ALL_NEW", "SOME"))));

    private static readonly Gen<string> Condition = Gen.Frequency(
        (5, Gen.Constant("")),
        (2, Expressions.Members(Expressions.Always("ConditionExpression", Expressions.Condition))),
        (1, Join([Legacy.Expected, Maybe(5, Legacy.ConditionalOperator)])));

    private static readonly Gen<string> Named =
        Expressions.Members(Expressions.Always("ProjectionExpression", Expressions.Projection));

    private static readonly Gen<string> Projection = Gen.Frequency(
        (5, Gen.Constant("")),
        (4, Named),
        (1, Legacy.AttributesToGet));

    private static readonly Gen<string> Update = Gen.Frequency(
        (8, Expressions.Members(
            Expressions.Always("UpdateExpression", Expressions.Update),
            Expressions.Maybe(30, "ConditionExpression", Expressions.Condition))),
        (4, Join([Legacy.AttributeUpdates, Maybe(30, Legacy.Expected), Maybe(5, Legacy.ConditionalOperator)])),
        (1, Gen.Constant("")));

    public static readonly Gen<RequestCall> Any = Gen.Frequency(
        (10, Call("PutItem", table => [Member("Item", table.Item), Condition, Old, OnFailure, Capacity, Collections])),
        (5, Call("GetItem", table => [Member("Key", table.Key), Projection, Consistent, Capacity])),
        (12, Call("UpdateItem", table =>
        [
            Member("Key", table.Key), Update, OnFailure, Capacity, Collections,
            Maybe(70, Strings("ReturnValues", "NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW")),
        ])),
        (3, Call("DeleteItem", table => [Member("Key", table.Key), Condition, Old, OnFailure, Capacity, Collections])),
        (3, Reads.Scan(Capacity, Consistent)),
        (6, Reads.Query(Capacity, Consistent)),
        (3, BatchGet),
        (3, Request("BatchWriteItem", [Member("RequestItems", ByTable(table => ArrayOf(BatchPart(table), 1, 4))), Capacity, Collections])),
        (4, Request("TransactWriteItems", [Member("TransactItems", ArrayOf(TestTable.Any.SelectMany(TransactionPart), 1, 3)), Capacity])),
        (2, Request("TransactGetItems", [Member("TransactItems", ArrayOf(TestTable.Any.SelectMany(Get), 1, 4)), Capacity])));

    public static Gen<RequestCall> Call(string operation, Func<TestTable, Gen<string>[]> members) =>
        TestTable.Any.SelectMany(table => On(table, operation, members(table)));

    public static Gen<RequestCall> On(TestTable table, string operation, Gen<string>[] members) =>
        Request(operation, [table.NameMember, .. members]);

    private static Gen<RequestCall> Request(string operation, Gen<string>[] members) =>
        Object(members).Select(body => new RequestCall(operation, body));

    private static Gen<string> ByTable(Func<TestTable, Gen<string>> value) =>
        from tables in Gen.Elements<TestTable[]>([TestTable.All[0]], [TestTable.All[1]], [TestTable.All[0], TestTable.All[2]])
        from members in Object(tables.Select(table => Member(table.Name, value(table))))
        select members;

    /// <summary>All tables of a batch are asked in the same style.</summary>
    private static Gen<RequestCall> BatchGet => Gen.Elements(Gen.Constant(""), Named, Legacy.AttributesToGet)
        .SelectMany(projection => Request("BatchGetItem", [Member("RequestItems", ByTable(table =>
            Object(Member("Keys", ArrayOf(table.Key, 1, 4)), projection, Consistent))), Capacity]));

    private static Gen<string> BatchPart(TestTable table) => Gen.Frequency(
        (20, Object(Member("PutRequest", Object(Member("Item", table.Item))))),
        (10, Object(Member("DeleteRequest", Object(Member("Key", table.Key))))),
        (1, Object(Member("PutRequest", Object(Member("Item", table.Item))), Member("DeleteRequest", Object(Member("Key", table.Key))))));

    private static Gen<string> Get(TestTable table) => Object(Member("Get", Object(
        table.NameMember, Member("Key", table.Key),
        Expressions.Members(Expressions.Maybe(30, "ProjectionExpression", Expressions.Projection)))));

    private static Gen<string> TransactionPart(TestTable table)
    {
        var condition = Expressions.Maybe(15, "ConditionExpression", Expressions.Condition);
        return Gen.Frequency(
            (4, Part("Put", Member("Item", table.Item), condition)),
            (2, Part("Delete", Member("Key", table.Key), condition)),
            (4, Part("Update", Member("Key", table.Key), Expressions.Always("UpdateExpression", Expressions.Update), condition)),
            (1, Part("ConditionCheck", Member("Key", table.Key), Expressions.Always("ConditionExpression", Expressions.Condition))));

        Gen<string> Part(string kind, Gen<string> subject, params Gen<(string, string)>[] expressions) =>
            Object(Member(kind, Object(table.NameMember, subject, Expressions.Members(expressions), OnFailure)));
    }
}
