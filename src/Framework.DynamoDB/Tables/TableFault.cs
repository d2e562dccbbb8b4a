namespace Framework.DynamoDB.Tables;

/// <summary>What is wrong with the tables that the author declares; said when the service starts.</summary>
internal sealed record TableFault(string Message);
