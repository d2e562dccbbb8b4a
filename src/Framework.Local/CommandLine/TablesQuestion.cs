namespace Framework.Local.CommandLine;

/// <summary>What the command <c>tables</c> asks for.</summary>
/// <param name="DataFolder">Where the tables are kept.</param>
/// <param name="Table">The table whose items are shown; null to list the tables.</param>
/// <param name="Limit">How many items at most.</param>
/// <param name="Form">How items are written.</param>
internal sealed record TablesQuestion(string DataFolder, string? Table, int Limit, ItemForm Form)
{
    public const int DefaultLimit = 50;
}
