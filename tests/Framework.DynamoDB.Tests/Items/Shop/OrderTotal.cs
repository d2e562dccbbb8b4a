namespace Framework.DynamoDB.Tests.Items.Shop;

/// <summary>What a list of orders shows.</summary>
[Projection(typeof(Order))]
public sealed partial record OrderTotal(long Number, decimal? Total, OrderStatus? Status);
