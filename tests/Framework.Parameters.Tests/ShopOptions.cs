namespace Framework.Parameters.Tests;

/// <summary>Options that a service binds.</summary>
internal sealed class ShopOptions
{
    public string Currency { get; set; } = "";
}
