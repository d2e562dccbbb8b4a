namespace Framework.DynamoDB.Tests.Items.Shop;

public enum OrderStatus
{
    Open,
    Packed,
}
