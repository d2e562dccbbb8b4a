namespace Framework.Functions;

/// <summary>How a function runs.</summary>
public enum FunctionRuntime
{
    /// <summary>What an outer attribute says; else <see cref="NativeAot"/>.</summary>
    Default,

    /// <summary>A Native AOT binary on Lambda's OS-only runtime, <c>provided.al2023</c>.</summary>
    NativeAot,

    /// <summary>The executable on Lambda's managed runtime, <c>dotnet10</c>.</summary>
    Managed,
}
