namespace Framework.Functions;

/// <summary>The processor of a function.</summary>
public enum FunctionArchitecture
{
    /// <summary>What an outer attribute says; else <see cref="X64"/>.</summary>
    Default,

    /// <summary>x86_64.</summary>
    X64,

    /// <summary>arm64, AWS Graviton.</summary>
    Arm64,
}
