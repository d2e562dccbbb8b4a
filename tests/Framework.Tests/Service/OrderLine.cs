namespace Framework.Tests.Service;

public sealed record OrderLine(string Sku, int Quantity);
