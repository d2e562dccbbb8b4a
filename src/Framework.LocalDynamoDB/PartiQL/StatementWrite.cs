using Framework.LocalDynamoDB.Expressions.Binding;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Writes;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>Turns a statement that changes an item into a write.</summary>
internal static class StatementWrite
{
    /// <param name="statement">INSERT, UPDATE, DELETE or EXISTS.</param>
    /// <param name="catalog">Where the tables are.</param>
    /// <param name="returnsItem">Whether a failed condition returns the item.</param>
    /// <exception cref="DynamoDBException">There is no such table, or the statement does not name a whole key.</exception>
    public static ItemWrite Of(Statement statement, Catalog catalog, bool returnsItem)
    {
        var schema = catalog.Get(statement.TableName).Key;
        switch (statement)
        {
            case InsertStatement insert:
                return new InsertWrite(insert.TableName, StoredItem.Sized(insert.Item));
            case UpdateStatement update:
                var (updated, condition) = WhereKey.Find(schema, update.Where) ?? throw StatementFault.KeyMissing;
                // An update does not create an item.
                return new UpdateWrite(update.TableName, updated, update.Actions, new(And(Exists(schema), condition), returnsItem));
            case DeleteStatement delete:
                var (deleted, rest) = WhereKey.Find(schema, delete.Where) ?? throw StatementFault.KeyMissing;
                return new DeleteWrite(delete.TableName, deleted, new(rest, returnsItem));
            case ExistsStatement { Select: { IndexName: null } select }:
                var (looked, wanted) = WhereKey.Find(schema, select.Where) ?? throw StatementFault.KeyMissing;
                return new ConditionCheck(select.TableName, looked, new(And(Exists(schema), wanted), returnsItem));
            default:
                throw StatementFault.KeyMissing;
        }
    }

    private static FunctionCondition Exists(KeySchema schema) =>
        new(new(ConditionFunctions.AttributeExists, [new PathOperand(DocumentPath.Of(schema.Hash.Name))]));

    private static Condition And(Condition left, Condition? right) => right is null ? left : new AndCondition(left, right);
}
