namespace Framework.Deployment.Comparison;

/// <summary>What becomes of a resource.</summary>
internal enum ChangeKind
{
    Added,
    Changed,
    Removed,
}
