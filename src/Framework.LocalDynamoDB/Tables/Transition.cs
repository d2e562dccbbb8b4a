namespace Framework.LocalDynamoDB.Tables;

/// <summary>
/// What a table shows while the service would still be creating, updating or deleting it. It is only shown: the store
/// is changed at once, so a crash never leaves a table half made.
/// </summary>
internal sealed record Transition(TableDefinition Shown, string Status, DateTimeOffset Until)
{
    public const string Creating = "CREATING";
    public const string Updating = "UPDATING";
    public const string Deleting = "DELETING";
    public const string Active = "ACTIVE";
}
