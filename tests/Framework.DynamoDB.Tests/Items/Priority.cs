namespace Framework.DynamoDB.Tests.Items;

public enum Priority
{
    Low,
    Normal,
    High,
}
