using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>One statement, its parameters in place.</summary>
/// <param name="TableName">The table.</param>
internal abstract record Statement(string TableName);

/// <summary><c>SELECT … FROM table.index WHERE … ORDER BY …</c></summary>
/// <param name="TableName">The table.</param>
/// <param name="IndexName">The index; null for the table itself.</param>
/// <param name="Projection">The selected part of each item; null for all of it.</param>
/// <param name="Where">The condition on an item; null for any item.</param>
/// <param name="Order">The key attributes to sort by.</param>
internal sealed record SelectStatement(
    string TableName, string? IndexName, IReadOnlyList<DocumentPath>? Projection, Condition? Where, IReadOnlyList<SortTerm> Order)
    : Statement(TableName);

internal readonly record struct SortTerm(string Attribute, bool IsDescending);

/// <summary><c>EXISTS(SELECT …)</c>, the part of a transaction that only checks.</summary>
internal sealed record ExistsStatement(SelectStatement Select) : Statement(Select.TableName);

/// <summary><c>INSERT INTO table VALUE {…}</c></summary>
internal sealed record InsertStatement(string TableName, Item Item) : Statement(TableName);

/// <summary><c>UPDATE table SET … REMOVE … WHERE … RETURNING …</c></summary>
internal sealed record UpdateStatement(
    string TableName, IReadOnlyList<UpdateAction> Actions, Condition? Where, string? Returning) : Statement(TableName);

/// <summary><c>DELETE FROM table WHERE … RETURNING ALL OLD *</c></summary>
internal sealed record DeleteStatement(string TableName, Condition? Where, bool ReturnsOld) : Statement(TableName);
