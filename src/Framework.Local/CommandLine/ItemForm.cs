namespace Framework.Local.CommandLine;

/// <summary>How the command <c>tables</c> writes items.</summary>
internal enum ItemForm
{
    /// <summary>For a person: one attribute a line.</summary>
    Text,

    /// <summary>JSON without types, one item a line.</summary>
    Json,

    /// <summary>DynamoDB's typed JSON, one item a line.</summary>
    DynamoDBJson,
}
