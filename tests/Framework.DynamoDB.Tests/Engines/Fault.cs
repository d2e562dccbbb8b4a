namespace Framework.DynamoDB.Tests.Engines;

/// <summary>What goes wrong with one call.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The call is applied, and its response never arrives.</summary>
    LostResponse,

    /// <summary>The call is applied, and its response breaks off midway.</summary>
    HalfResponse,

    /// <summary>The call is applied, and its response says that DynamoDB failed.</summary>
    AppliedAnd500,

    /// <summary>DynamoDB fails before it does anything.</summary>
    Failed500,

    /// <summary>DynamoDB refuses the call for its rate.</summary>
    Throttled,

    /// <summary>DynamoDB refuses the signature, as the caller's clock is an hour late.</summary>
    ClockSkew,

    /// <summary>The network is down.</summary>
    NoConnection,

    /// <summary>No response comes until the caller gives up.</summary>
    Silence,

    /// <summary>No response came until the client's own time-out, and the caller has not given up.</summary>
    TimedOut,

    /// <summary>The call is applied, and its response stops midway until the caller gives up.</summary>
    Stall,

    /// <summary>DynamoDB cancels a transaction, as another is at work on its item.</summary>
    Conflict,

    /// <summary>Of a batch, all but the first part is left out.</summary>
    LeftOut,

    /// <summary>Of a query, the page ends after one item, which no filter lets through.</summary>
    EmptyPage,
}
