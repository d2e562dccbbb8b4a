namespace Framework.Local.Access;

/// <summary>One action on a table, as IAM sees it.</summary>
/// <param name="Action">The action, such as <c>dynamodb:GetItem</c>.</param>
/// <param name="Table">The table's name; null for an action on no table, such as <c>dynamodb:ListTables</c>.</param>
/// <param name="Index">The index; null for the table itself.</param>
internal readonly record struct TableCall(string Action, string? Table, string? Index)
{
    /// <summary>What the action is on.</summary>
    public string Arn => Table is null
        ? "*"
        : $"arn:aws:dynamodb:us-east-1:000000000000:table/{Table}{(Index is null ? "" : $"/index/{Index}")}";
}
