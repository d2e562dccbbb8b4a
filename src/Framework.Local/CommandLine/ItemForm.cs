namespace Framework.Local.CommandLine;

/// <summary>How items are written.</summary>
internal enum ItemForm
{
    /// <summary>For a person, an attribute a line.</summary>
    Text,

    /// <summary>JSON without types, an item a line.</summary>
    Json,

    /// <summary>DynamoDB's typed JSON, an item a line.</summary>
    DynamoDBJson,
}
