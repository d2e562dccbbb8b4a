namespace Framework.Deployment.Comparison;

/// <summary>What must be confirmed before it is deployed.</summary>
internal enum RiskKind
{
    /// <summary>A resource is made anew; what refers to the one before, or is in it, does not move.</summary>
    Replaces,

    /// <summary>Data is deleted, or no longer kept.</summary>
    DeletesData,

    /// <summary>Somebody may do more than before.</summary>
    Widens,
}
