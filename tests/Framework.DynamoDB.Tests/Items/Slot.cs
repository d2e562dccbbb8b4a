namespace Framework.DynamoDB.Tests.Items;

/// <summary>One partition a room and day, and one a day in an index.</summary>
[Table]
[PrimaryKey("ROOM#{Room}#DAY#{From:yyyy-MM-dd}", "{From}")]
[Index("byDay", "DAY#{From:yyyy-MM-dd}", "{From:HH:mm}#{Room}")]
public sealed partial record Slot(string Room, DateTimeOffset From, string Title = "");
