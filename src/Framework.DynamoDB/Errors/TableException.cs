using Framework.Problems;

namespace Framework.DynamoDB.Errors;

/// <summary>A call of a table failed. Where nobody catches the exception, its problem is the response to the client.</summary>
/// <param name="table">The table's name.</param>
/// <param name="key">The item's key; null where the call was not about one item.</param>
/// <param name="problem">The problem that the client gets.</param>
/// <param name="inner">What the SDK said.</param>
public abstract class TableException(string table, ItemKey? key, Problem problem, Exception? inner = null)
    : ProblemException(problem, inner)
{
    /// <summary>The table's name.</summary>
    public string Table { get; } = table;

    /// <summary>The item's key; null where the call was not about one item.</summary>
    public ItemKey? Key { get; } = key;
}
