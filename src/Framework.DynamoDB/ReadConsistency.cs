namespace Framework.DynamoDB;

/// <summary>How fresh a read is.</summary>
public enum ReadConsistency
{
    /// <summary>The read sees every write that succeeded before it. Costs twice the read capacity of
    /// <see cref="Eventual"/>.</summary>
    Strong,

    /// <summary>A write may be missing, usually for less than a second.</summary>
    Eventual,
}
