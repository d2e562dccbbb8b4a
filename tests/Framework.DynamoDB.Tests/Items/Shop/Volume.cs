namespace Framework.DynamoDB.Tests.Items.Shop;

/// <summary>Two properties in one key of an index.</summary>
[Table]
[PrimaryKey("VOLUME#{Id}")]
[Index("shelves", "{Shelf}#{Row}")]
public sealed partial record Volume(string Id, string Shelf, int Row);
