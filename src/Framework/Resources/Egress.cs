namespace Framework.Resources;

/// <summary>Where a function's calls over the network go, as far as its code says. It decides which root certificates the
/// function needs.</summary>
public enum Egress
{
    /// <summary>It makes no calls.</summary>
    None,

    /// <summary>It calls AWS alone.</summary>
    Aws,

    /// <summary>It may call any server.</summary>
    Anywhere,
}
