namespace Todo.Service.Tests;

/// <summary>The service as a framework-dependent executable, for Lambda's managed .NET runtime.</summary>
public sealed class ManagedFunction() : PublishedFunction(
    "Todo.Service.Managed", "Todo.Service.dll", "Todo.Service", "-p:PublishAot=false --self-contained false");
