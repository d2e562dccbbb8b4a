namespace Framework.Resources;

/// <summary>What a function may do with a resource.</summary>
[Flags]
public enum ResourceAccess
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Read it.</summary>
    Read = 1,

    /// <summary>Change it, or send to it.</summary>
    Write = 2,
}
